package dev.logmill.curation.privacy.detect;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Codes of banks (ISO 9362), where they are called BIC or SWIFT: beside an account they tell whose it is. */
public final class BankCodeDetector implements Detector {
    private static final List<String> NAMES = Topic.CALLED_WORD.parts();
    private static final int FIRST = NAMES.indexOf("swift");
    private static final int SHORT = 8;
    private static final int LONG = 11;
    private static final Set<String> LABELS = Set.of("bic", "swift", "swiftcode", "swiftbic", "biccode", "bankcode");

    /** What may stand between: SWIFT/BIC code. */
    private static final List<String> BEHIND =
            List.of("bic", "code", "/bic", "/swift", " bic", " code", " number", "-code");

    private static final int COUNTRY = 4;

    /** Of ISO 3166, and Kosovo, which banks use and it has not. */
    private static final Set<String> COUNTRIES = countries();

    private static Set<String> countries() {
        Set<String> all = new HashSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));
        all.add("XK");
        return Set.copyOf(all);
    }

    @Override
    public boolean mayFind(Signs signs) {
        return signs.capitals();
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        if (!label.isEmpty() && LABELS.contains(Label.plain(label)) && isCode(text)) {
            sink.accept(new Finding("ACCOUNT", 0, text.length(), text));
            return;
        }
        Mentions.Places mentions = scan.mentions().of(Topic.CALLED_WORD);
        int from = 0;
        for (int i = 0; i < mentions.count(); i++) {
            if (mentions.word(i) >= FIRST) {
                int end = mentions.end(i);
                int nameEnd = nameEnd(text, end);
                CalledWord called = CalledWord.behind(text, nameEnd);
                String code = called.of(text);
                // In small letters and alone it is a word of English.
                boolean told = called.set() || nameEnd > end || Character.isUpperCase(text.charAt(end - 1));
                if (called.start() >= from && told && isCode(code)) {
                    sink.accept(new Finding("ACCOUNT", called.start(), called.end(), code));
                    from = called.end();
                }
            }
        }
    }

    private static int nameEnd(String text, int from) {
        int end = from;
        for (String behind : BEHIND) {
            if (text.regionMatches(true, end, behind, 0, behind.length())) {
                end += behind.length();
            }
        }
        return end;
    }

    /** Four letters of the bank, two of the country, two of the place, and three of the branch or none. */
    private static boolean isCode(String word) {
        boolean length = word.length() == SHORT || word.length() == LONG;
        for (int i = 0; i < word.length() && length; i++) {
            char c = word.charAt(i);
            boolean capital = c >= 'A' && c <= 'Z';
            if (!capital && (i < 6 || !Letters.isDigit(c))) {
                return false;
            }
        }
        return length && COUNTRIES.contains(word.substring(COUNTRY, COUNTRY + 2)) && !isEnglish(word);
    }

    /** SWIFT LANGUAGE: a heading in capitals. */
    private static boolean isEnglish(String word) {
        return EnglishWords.has(word.toLowerCase(Locale.ROOT));
    }
}
