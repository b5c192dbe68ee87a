package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;

/**
 * A name that need be in no list, right before a mail address in brackets that is made of it (Rutendo Chigumba
 * &lt;r.chigumba@example.org&gt;), or is one person's: not that of a desk (info@) nor of a firm whose domain has the name.
 */
final class MailboxOwner {
    private static final int LONGEST = 64;
    private static final int MOST_WORDS = 4;
    private static final int SHORTEST_PART = 3;
    private static final int NAMES = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD | Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;
    private static final int NEVER = Lexicon.NO_NAME | Lexicon.TITLE | Lexicon.MADE | Lexicon.ORGANISATION;

    private static final int OTHER = NEVER | Lexicon.PLACE | Lexicon.COMMON | Lexicon.BETTER_KNOWN;
    private static final List<String> MARKS = List.of(" <", " (", ":mailto:", ":MAILTO:", " &lt;");

    /** What the mailboxes of firms begin with. */
    private static final List<String> DESKS = List.of(
            "info",
            "support",
            "help",
            "service",
            "sales",
            "team",
            "hello",
            "contact",
            "news",
            "no-reply",
            "noreply",
            "no_reply",
            "donotreply",
            "notif",
            "alert",
            "billing",
            "invoice",
            "order",
            "booking",
            "reserv",
            "admin",
            "office",
            "mail",
            "kontakt",
            "press",
            "security",
            "privacy",
            "careers",
            "jobs",
            "hr",
            "marketing",
            "update",
            "digest",
            "member",
            "account",
            "customer",
            "feedback",
            "abuse",
            "postmaster",
            "webmaster",
            "reply",
            "bounce",
            "git",
            "bot",
            "ci",
            "dev",
            "list",
            "users",
            "announce");

    private MailboxOwner() {}

    /** Index after a name that begins with a word; the word itself where none does. */
    static int end(Scan scan, Words words, int first) {
        if (scan.signs().ats() == 0 || !isPart(words, first)) {
            return first;
        }
        int inverted = invertedEnd(scan.text(), words, first);
        if (inverted > first) {
            return inverted;
        }
        int end = first + 1;
        while (end < words.count() && end - first < MOST_WORDS && words.adjoins(end - 1) && isInner(words, end)) {
            end++;
        }
        if (end - first < 2 || !isPart(words, end - 1)) {
            return first;
        }
        int open = mailboxStart(scan.text(), words.end(end - 1));
        String mailbox = mailbox(scan.text(), open);
        boolean own = has(words, first, end, mailbox)
                || (isOnePersons(scan.text(), open, mailbox, words, first, end) && areUnknown(words, first, end));
        return own ? end : first;
    }

    private static boolean has(Words words, int first, int end, String mailbox) {
        for (int word = first; word < end; word++) {
            String part = words.folded(word);
            if (part.length() >= SHORTEST_PART && mailbox.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** Words that are in no dictionary, and none that a firm or a place is called by. */
    private static boolean areUnknown(Words words, int first, int end) {
        for (int word = first; word < end; word++) {
            boolean part = words.written(word) == Words.Case.CAPITAL;
            if (part && (words.isEnglish(word) || words.is(word, OTHER) || words.end(word) - words.start(word) < 3)) {
                return false;
            }
        }
        return end - first <= 3;
    }

    /** Whether a mailbox is no desk's, and its domain has no word of the name. */
    private static boolean isOnePersons(String text, int open, String mailbox, Words words, int first, int end) {
        if (mailbox.isEmpty() || SharedLogins.has(mailbox)) {
            return false;
        }
        int at = open + mailbox.length() + 1;
        int last = at;
        while (last < text.length() && last - at < LONGEST && isOfMailbox(text.charAt(last))) {
            last++;
        }
        String domain = text.substring(at, last).toLowerCase(Locale.ROOT);
        return DESKS.stream().noneMatch(mailbox::startsWith) && !has(words, first, end, domain);
    }

    /** Kastrati, Fejzullah &lt;fk91@example.org&gt;: the surname first, where the head of a mail begins or another mailbox ends. */
    private static int invertedEnd(String text, Words words, int first) {
        int given = first + 1;
        if (given >= words.count() || !words.behind(first).equals(", ") || !isPart(words, given)) {
            return first;
        }
        String gap = first == 0 ? "" : words.behind(first - 1);
        boolean begins =
                first == 0 || gap.endsWith("\"") || gap.endsWith(": ") || gap.endsWith("; ") || gap.endsWith("\n");
        int open = mailboxStart(text, words.end(given));
        String mailbox = mailbox(text, open);
        return begins
                        && areUnknown(words, first, given + 1)
                        && isOnePersons(text, open, mailbox, words, first, given + 1)
                ? given + 1
                : first;
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

    /** Index where an address begins in brackets that open behind an index, or behind what links to one; that of the end where none is. */
    private static int mailboxStart(String text, int end) {
        int open = end < text.length() && "\"'".indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
        for (String mark : MARKS) {
            if (text.startsWith(mark, open)) {
                return open + mark.length();
            }
        }
        return text.length();
    }

    /** What stands before the at sign of an address that begins at an index; empty where there is none. */
    private static String mailbox(String text, int start) {
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
