package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Letters;
import java.util.Set;

/**
 * Ids that providers give answers and calls, and of which every call has two or three: {@code chatcmpl-} or {@code call_} and at least
 * twenty hex digits, or as many letters and digits at random. They are made by machines and tell nobody.
 */
final class ProviderId {
    private static final Set<String> PREFIXES = Set.of(
            "chatcmpl", "cmpl", "call", "toolu", "tooluse", "msg", "resp", "run", "req", "fc", "rs", "gen", "batch");
    private static final int LONGEST_PREFIX = 8;
    private static final int LEAST = 20;

    /** An IBAN has letters of its country, and then at most some more capitals. */
    private static final int COUNTRY = 2;

    private ProviderId() {}

    static boolean is(String id) {
        int mark = 0;
        while (mark < id.length() && mark <= LONGEST_PREFIX && id.charAt(mark) >= 'a' && id.charAt(mark) <= 'z') {
            mark++;
        }
        boolean marked = mark > 1
                && mark < id.length()
                && (id.charAt(mark) == '-' || id.charAt(mark) == '_')
                && PREFIXES.contains(id.substring(0, mark));
        return marked && id.length() - mark > LEAST && isRandom(id, mark + 1);
    }

    /** Whether small letters and digits are mixed behind the first two, with capitals or as hex digits. */
    private static boolean isRandom(String id, int from) {
        boolean hex = true;
        boolean small = false;
        boolean capital = false;
        boolean digit = false;
        for (int i = from; i < id.length(); i++) {
            char c = id.charAt(i);
            if (!Letters.isDigit(c) && !Letters.isAsciiLetter(c)) {
                return false;
            }
            hex &= Letters.isHex(c);
            digit |= Letters.isDigit(c);
            small |= c >= 'a' && i >= from + COUNTRY;
            capital |= c >= 'A' && c <= 'Z';
        }
        return digit && small && (hex || capital);
    }
}
