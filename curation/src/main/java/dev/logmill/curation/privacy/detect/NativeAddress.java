package dev.logmill.curation.privacy.detect;

import java.util.function.Consumer;

/** Postal addresses in scripts other than Latin that nothing calls so: ул. Ленина, д. 5; 東京都港区芝公園4-2-8; 테헤란로 152. */
final class NativeAddress {
    private static final int LONGEST = 60;
    private static final int LONGEST_NUMBER = 5;
    private static final int LEAST = 5;

    /** Provinces, cities, districts, towns and roads of China and Japan. */
    private static final String AREAS = "省市区區县縣都府道県町村路街巷郡";

    /** What stands behind the numbers of a house there, or between them. */
    private static final String HOUSES = "-0123456789号號室楼樓层層番地丁目之栋棟座";

    /** What names of cities and districts, and of roads, end in in Korea. */
    private static final String KOREAN_AREAS = "시구군도읍면";

    private static final String KOREAN_ROADS = "로길동";

    private NativeAddress() {}

    /** The end of the name and number of a street behind its kind; the start where they do not stand there. */
    static int streetEnd(String text, int start) {
        int end = start;
        int last = start;
        boolean capital = false;
        while (end < text.length() && end - start < LONGEST && isOfStreet(text, end)) {
            char c = text.charAt(end);
            capital |= Character.isUpperCase(c);
            boolean number = Letters.isDigit(c) && !Letters.digitAt(text, end + 1);
            boolean letter = end > start && Letters.digitAt(text, end - 1) && Character.isLetter(c);
            last = number || letter ? end + 1 : last;
            end++;
        }
        return capital ? last : start;
    }

    /** A stop only behind a short word: д. 5, кв. 12. */
    private static boolean isOfStreet(String text, int at) {
        char c = text.charAt(at);
        int word = at;
        while (word > 0 && Character.isLetter(text.charAt(word - 1))) {
            word--;
        }
        boolean shortForm = at - word > 0 && at - word < 4;
        return Character.isLetterOrDigit(c) || " ,-/".indexOf(c) >= 0 || (c == '.' && shortForm);
    }

    /** Tells those of China, Japan and Korea that a number is in. */
    static void eastern(Scan scan, Consumer<Finding> sink) {
        String text = scan.text();
        int from = 0;
        for (int run = 0; run < scan.runs(); run++) {
            int digit = scan.start(run);
            if (digit <= from || scan.length(run) > LONGEST_NUMBER) {
                continue;
            }
            boolean korean = text.charAt(digit - 1) == ' ' && digit > 1 && isHangul(text.charAt(digit - 2));
            int start = korean ? koreanStart(text, digit, from) : start(text, digit, from);
            if (start < digit) {
                from = korean ? scan.end(run) : end(text, digit);
                sink.accept(new Finding("ADDRESS", start, from, text.substring(start, from)));
            }
        }
    }

    private static int start(String text, int digit, int least) {
        int start = digit;
        int areas = 0;
        while (start > least && digit - start < LONGEST && isHan(text.charAt(start - 1))) {
            start--;
            areas += AREAS.indexOf(text.charAt(start)) >= 0 ? 1 : 0;
        }
        return areas >= 2 && digit - start >= LEAST ? start : digit;
    }

    private static int end(String text, int digit) {
        int end = digit;
        while (end < text.length() && HOUSES.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    /** Words before a number of which the last is a road and another one a city or district. */
    private static int koreanStart(String text, int digit, int least) {
        if (KOREAN_ROADS.indexOf(text.charAt(digit - 2)) < 0) {
            return digit;
        }
        int start = digit;
        int areas = 0;
        int at = digit - 1;
        while (at > least && digit - at < LONGEST && (isHangul(text.charAt(at - 1)) || text.charAt(at - 1) == ' ')) {
            at--;
            boolean first = isHangul(text.charAt(at)) && (at == 0 || text.charAt(at - 1) <= ' ');
            boolean last = isHangul(text.charAt(at)) && text.charAt(at + 1) == ' ';
            areas += last && KOREAN_AREAS.indexOf(text.charAt(at)) >= 0 ? 1 : 0;
            start = first && areas > 0 ? at : start;
        }
        return start;
    }

    private static boolean isHangul(char c) {
        return c >= '\uac00' && c <= '\ud7a3';
    }

    private static boolean isHan(char c) {
        return (c >= '\u4e00' && c <= '\u9fff') || (c >= '\u3041' && c <= '\u30fe');
    }
}
