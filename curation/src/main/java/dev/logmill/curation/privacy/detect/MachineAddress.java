package dev.logmill.curation.privacy.detect;

import com.google.re2j.Pattern;

/**
 * Whether what stands under a key such as "address" or "zip" is where a machine, a place in memory or a file is rather than somebody's
 * home: 127.0.0.1, localhost:5432, [::1]:80, 0x7ffd12ab, db.internal:5432, archive.zip.
 */
final class MachineAddress {
    private static final Pattern FORM = Pattern.compile("(?i)(?:[a-z]+[0-9]*|\\*)?:[0-9]{1,5}|localhost|0x[0-9a-f]+"
            + "|[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?::[0-9]{1,5}|/[0-9]{1,2})?"
            + "|\\[?[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}\\]?(?:[:/][0-9]{1,5})?"
            + "|[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*\\.[a-z]{2,10}(?::[0-9]{1,5})?");

    private MachineAddress() {}

    static boolean is(String text) {
        return FORM.matches(text.strip());
    }
}
