package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** Whose a mailbox is, as the heads of mails have it: Peter Brown &lt;pb@example.org&gt;; To: Mark Young. */
final class MailboxName {
    private static final int LONGEST = 80;
    private static final Set<String> HEADS = Set.of("from", "to", "cc", "bcc");

    private MailboxName() {}

    /** Whether two words that can be a name are one. */
    static boolean is(String text, Words words, int from) {
        return isBeforeMail(text, words.end(from + 1)) || isInHead(words, from);
    }

    private static boolean isBeforeMail(String text, int end) {
        int open = end < text.length() && "\"'".indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
        if (!text.startsWith(" <", open)) {
            return false;
        }
        int i = open + 2;
        boolean at = false;
        while (i < text.length() && i - open < LONGEST && "<> \n".indexOf(text.charAt(i)) < 0) {
            at |= text.charAt(i) == '@';
            i++;
        }
        return at && text.startsWith(">", i);
    }

    /** "To: Mark Young", at the beginning of a line and with nothing but others behind. */
    private static boolean isInHead(Words words, int from) {
        if (from == 0
                || !HEADS.contains(words.folded(from - 1))
                || !words.behind(from - 1).equals(": ")) {
            return false;
        }
        String behind = words.behind(from + 1);
        boolean ends = from + 2 == words.count() || ",;\n".indexOf(behind.charAt(0)) >= 0;
        return ends && words.isFirst(from - 1);
    }
}
