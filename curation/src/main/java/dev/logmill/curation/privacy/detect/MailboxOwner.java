package dev.logmill.curation.privacy.detect;

import java.util.Locale;

/**
 * A name that need be in no list, right before a mail address that is made of it: Rutendo Chigumba &lt;r.chigumba@example.org&gt;, also
 * in round brackets.
 */
final class MailboxOwner {
    private static final int LONGEST = 64;
    private static final int MOST_WORDS = 4;
    private static final int SHORTEST_PART = 3;
    private static final int NAMES = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD | Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;
    private static final int NEVER = Lexicon.NO_NAME | Lexicon.TITLE | Lexicon.MADE | Lexicon.ORGANISATION;

    private MailboxOwner() {}

    /** Index after a name that begins with a word; the word itself where none does. */
    static int end(Scan scan, Words words, int first) {
        if (scan.signs().ats() == 0 || !isPart(words, first)) {
            return first;
        }
        int end = first + 1;
        while (end < words.count() && end - first < MOST_WORDS && words.adjoins(end - 1) && isInner(words, end)) {
            end++;
        }
        if (end - first < 2 || !isPart(words, end - 1)) {
            return first;
        }
        String mailbox = mailbox(scan.text(), words.end(end - 1));
        for (int word = first; word < end; word++) {
            String part = words.folded(word);
            if (part.length() >= SHORTEST_PART && mailbox.contains(part)) {
                return end;
            }
        }
        return first;
    }

    private static boolean isInner(Words words, int word) {
        return isPart(words, word) || words.written(word) == Words.Case.INITIAL || words.is(word, Lexicon.PARTICLE);
    }

    /** A word with a capital that is no word of English, or a name too. */
    private static boolean isPart(Words words, int word) {
        return words.written(word) == Words.Case.CAPITAL
                && !words.is(word, NEVER)
                && (!words.isEnglish(word) || words.is(word, NAMES));
    }

    /** What stands before the at sign of an address in brackets that open behind an index; empty where there is none. */
    private static String mailbox(String text, int end) {
        int open = end < text.length() && "\"'".indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
        if (!text.startsWith(" <", open) && !text.startsWith(" (", open)) {
            return "";
        }
        int start = open + 2;
        int at = start;
        while (at < text.length() && at - start < LONGEST && isOfMailbox(text.charAt(at))) {
            at++;
        }
        return text.startsWith("@", at) ? text.substring(start, at).toLowerCase(Locale.ROOT) : "";
    }

    private static boolean isOfMailbox(char c) {
        return Letters.isWord(c) || ".-+".indexOf(c) >= 0;
    }
}
