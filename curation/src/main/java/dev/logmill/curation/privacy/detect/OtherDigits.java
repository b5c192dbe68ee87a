package dev.logmill.curation.privacy.detect;

import com.google.re2j.Pattern;

/**
 * Groups of digits that look like a phone and that nothing calls one: bytes in hex, of which more stand beside ({@code 06 03 55 04 03 13})
 * or several are zero, and seconds with the offset of a time zone ({@code 15:04:05 -0700 2006}).
 */
final class OtherDigits {
    private static final int BYTE = 2;
    private static final int MOST_OF_PHONE = 5;
    private static final int LEAST_ZEROS = 2;
    private static final Pattern OFFSET = Pattern.compile("^[0-9]{2} [-+][0-9]{4}(?: .*)?");

    private OtherDigits() {}

    static boolean areBytes(String text, PhoneCandidate candidate) {
        int start = candidate.start();
        int zeros = 0;
        int bytes = 0;
        int at = start;
        while (isByte(text, at)) {
            zeros += text.startsWith("00", at) ? 1 : 0;
            bytes++;
            at += BYTE + 1;
        }
        boolean all = bytes >= candidate.groups() && candidate.longest() == BYTE;
        boolean before = isByte(text, start - BYTE - 1);
        // The number of a house may stand behind a phone: 06 12 34 56 78 12 rue Verte.
        boolean house = bytes == MOST_OF_PHONE + 1 && at < text.length() && Character.isLetter(text.charAt(at));
        return all && (before || (bytes > MOST_OF_PHONE && !house) || zeros >= LEAST_ZEROS);
    }

    /** Two hex digits, with nothing that goes on beside them. */
    private static boolean isByte(String text, int at) {
        int end = at + BYTE;
        return at >= 0
                && end <= text.length()
                && Letters.isHex(text.charAt(at))
                && Letters.isHex(text.charAt(at + 1))
                && !Letters.wordBefore(text, at)
                && (end == text.length() || " ,\n\r".indexOf(text.charAt(end)) >= 0);
    }

    static boolean areTime(String text, PhoneCandidate candidate) {
        return OFFSET.matches(text.substring(candidate.start(), candidate.end()));
    }
}
