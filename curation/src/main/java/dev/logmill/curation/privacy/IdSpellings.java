package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Letters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How else people write an id of letters and digits: X4829103 as x4829103, X 4829103 or X-4829103; KA-PA 777 as KAPA777; and the
 * address of a network device without its marks.
 */
final class IdSpellings {
    private static final int SHORTEST = 5;
    private static final int LEAST_DIGITS = 2;

    /** Ids of more parts are written in one way. */
    private static final int MOST_PARTS = 3;

    private static final int MAC_DIGITS = 12;

    private IdSpellings() {}

    /** Those of an id, in capitals and in small letters. */
    static Set<String> of(String written) {
        List<String> parts = parts(written);
        String joined = String.join("", parts);
        long digits = joined.chars().filter(c -> Letters.isDigit((char) c)).count();
        Set<String> spellings = new LinkedHashSet<>();
        if (joined.length() < SHORTEST || digits < LEAST_DIGITS) {
            return spellings;
        }
        spellings.add(joined);
        spellings.add(written);
        if (parts.size() <= MOST_PARTS) {
            spellings.add(String.join(" ", parts));
            spellings.add(String.join("-", parts));
            if (parts.size() == MOST_PARTS) {
                spellings.add(parts.get(0) + parts.get(1) + " " + parts.get(2));
                spellings.add(parts.get(0) + parts.get(1) + "-" + parts.get(2));
                spellings.add(parts.get(0) + "-" + parts.get(1) + " " + parts.get(2));
                spellings.add(parts.get(0) + " " + parts.get(1) + parts.get(2));
                spellings.add(parts.get(0) + "-" + parts.get(1) + parts.get(2));
            }
        }
        return inBothCases(spellings);
    }

    /** Its letters and its digits, each in a row, without the marks between. */
    private static List<String> parts(String written) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < written.length()) {
            boolean digit = Letters.isDigit(written.charAt(at));
            int end = at;
            while (end < written.length()
                    && Character.isLetterOrDigit(written.charAt(end))
                    && Letters.isDigit(written.charAt(end)) == digit) {
                end++;
            }
            if (end > at) {
                parts.add(written.substring(at, end));
            }
            at = Math.max(end, at + 1);
        }
        return parts;
    }

    /** Those of the address of a network device. */
    static Set<String> ofDevice(String mac) {
        String digits = mac.replaceAll("[^0-9A-Fa-f]", "");
        Set<String> spellings = new LinkedHashSet<>();
        if (digits.length() == MAC_DIGITS) {
            spellings.add(digits);
            spellings.add(digits.replaceAll("(..)(?!$)", "$1:"));
            spellings.add(digits.replaceAll("(..)(?!$)", "$1-"));
            spellings.add(digits.replaceAll("(....)(?!$)", "$1."));
        }
        return inBothCases(spellings);
    }

    private static Set<String> inBothCases(Set<String> spellings) {
        Set<String> both = new LinkedHashSet<>();
        for (String each : spellings) {
            both.add(each.toUpperCase(Locale.ROOT));
            both.add(each.toLowerCase(Locale.ROOT));
        }
        return both;
    }
}
