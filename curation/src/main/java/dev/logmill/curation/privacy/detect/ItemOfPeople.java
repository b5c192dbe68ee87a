package dev.logmill.curation.privacy.detect;

import java.util.Set;

/**
 * A name that is an item of a list of people, a line each, below what says so: Passengers: 1. Fejzullah Kastrati. No list of names need
 * have it.
 */
final class ItemOfPeople {
    /** Chars from the head of the list on. */
    private static final int REACH = 400;

    private static final int MOST_WORDS = 4;

    private static final Set<String> HEADS = Phrases.of(
            "passengers|travelers|travellers|guests|attendees|participants|patients|members|employees|tenants|students|witnesses"
                    + "|signatories|signers|beneficiaries|drivers|invitees|applicants|candidates|residents|claimants|dependents|dependants"
                    + "|attending|present|volunteers|nurses|teachers|speakers|customers");

    private ItemOfPeople() {}

    /** Index behind the name that begins with a word; the word's own where none does. */
    static int end(String text, Words words, int first) {
        if (first == 0
                || (words.behind(first - 1).indexOf('\n') < 0 && words.written(first - 1) != Words.Case.NUMBER)) {
            return first;
        }
        int end = first + 1;
        while (end < words.count() && end - first < MOST_WORDS && words.adjoins(end - 1) && words.isCapital(end)) {
            end++;
        }
        if (end - first < 2 || !NameValue.areNamed(words, first, end) || !endsItem(text, words.end(end - 1))) {
            return first;
        }
        int line = lineStart(text, words.start(first));
        return isMark(text, line, words.start(first)) && isBelowHead(text, line) ? end : first;
    }

    private static boolean endsItem(String text, int end) {
        return end == text.length()
                || "\n\r,(".indexOf(text.charAt(end)) >= 0
                || text.startsWith(" (", end)
                || text.startsWith(" - ", end);
    }

    /** "1. ", "- " or nothing but spaces at the begin of a line. */
    private static boolean isMark(String text, int line, int end) {
        for (int i = line; i < end; i++) {
            if (!Letters.isDigit(text.charAt(i)) && " \t-*.)\u2022".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a head that ends with a colon is above, with nothing but other items, none of them empty, between. */
    private static boolean isBelowHead(String text, int start) {
        int line = start;
        while (line > 0 && start - line < REACH) {
            int end = line - 1;
            line = lineStart(text, end);
            String above = text.substring(line, end).stripTrailing();
            if (above.isEmpty()) {
                return false;
            }
            if (above.endsWith(":") || above.endsWith(":**")) {
                return isHead(above);
            }
        }
        return false;
    }

    private static boolean isHead(String line) {
        int end = line.indexOf(':', Math.max(0, line.length() - 3));
        int start = end;
        while (start > 0 && Letters.isAsciiLetter(line.charAt(start - 1))) {
            start--;
        }
        return HEADS.contains(Folded.of(line.substring(start, end)));
    }

    private static int lineStart(String text, int index) {
        return Letters.lineStart(text, index, REACH);
    }
}
