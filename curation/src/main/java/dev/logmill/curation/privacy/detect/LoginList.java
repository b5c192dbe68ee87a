package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.function.Consumer;

/** Logins that one name in the plural stands before: "Usernames: kparker88, annlee and t.berg". */
final class LoginList {
    private static final int MOST = 200;
    private static final int LONGEST = 40;

    private LoginList() {}

    /** Tells those behind a name that ends at an index; gives the end of the last, or 0 where none is. */
    static int find(String text, int nameEnd, Consumer<Finding> sink) {
        int at = ListMarks.behindPlural(text, nameEnd);
        int last = 0;
        for (int count = 0; count < MOST && at >= 0; count++) {
            int start = ListMarks.behindMark(text, at);
            int end = end(text, start);
            String login = text.substring(start, end);
            if (!isOne(login)) {
                return last;
            }
            sink.accept(new Finding("USERNAME", start, end, login.toLowerCase(Locale.ROOT)));
            last = end;
            at = ListMarks.behindJoint(text, last);
        }
        return last;
    }

    private static int end(String text, int start) {
        int end = start;
        while (end < text.length()
                && end - start < LONGEST
                && (Letters.isWord(text.charAt(end)) || ".-".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        while (end > start && ".-".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isOne(String login) {
        return LoginWord.isOne(login, true)
                && !login.contains("handle")
                && (LoginWord.hasMark(login) || NamedLogin.is(login) || JoinedLogin.is(login));
    }
}
