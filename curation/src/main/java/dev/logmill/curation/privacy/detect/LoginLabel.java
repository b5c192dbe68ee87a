package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;

/** Whether all of a text under a JSON key is a login, as the key says: {@code {"username": "zed_99"}}, {@code {"owner": "kparker"}}. */
final class LoginLabel {
    private static final Set<String> LABELS = Phrases.of(
            "username|login|loginname|loginid|screenname|handle|twitterhandle|userhandle|nickname|samaccountname|mailnickname");

    /** Keys that more often stand over ids, words and names. */
    private static final Set<String> LOOSE = Phrases.of(
            "user|createdby|updatedby|owner|author|account|assignee|uid|reporter|reviewer|committer|submittedby|assignedto");

    private LoginLabel() {}

    static boolean is(String label, String text) {
        if (label.isEmpty()) {
            return false;
        }
        String key = Label.plain(label);
        return (LABELS.contains(key)
                        && LoginWord.isOne(text, true)
                        && (LoginWord.hasMark(text) || ActingUser.isLogin(text)))
                || ForeignLogin.isUnder(label, text)
                || (LOOSE.contains(key) && isOfSomebody(text));
    }

    /** Whether a form or a name within tells it from ids and words. */
    static boolean isOfSomebody(String text) {
        return LoginForm.is(text)
                || (LoginWord.isOne(text, true)
                        && (NamedLogin.is(text) || NamedLogin.isShort(text) || JoinedLogin.isOfNames(text))
                        && text.equals(text.toLowerCase(Locale.ROOT)));
    }
}
