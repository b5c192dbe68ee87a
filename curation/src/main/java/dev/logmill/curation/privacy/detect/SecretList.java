package dev.logmill.curation.privacy.detect;

import java.util.function.Consumer;

/**
 * Passwords, keys and tokens that one name in the plural stands before: "Passwords: rqL4TdUz, Mkw4Thqb", "API keys:" and one in each
 * line below. Each must be written as one is; the first that is not ends the list.
 */
final class SecretList {
    private static final int MOST = 200;

    private SecretList() {}

    /** Tells those behind a name that ends at an index; gives the end of the last, or 0 where none is. */
    static int find(String text, SecretName name, int nameEnd, Consumer<SecretSetting> sink) {
        int at = ListMarks.behindPlural(text, nameEnd);
        int last = 0;
        for (int count = 0; count < MOST && at >= 0; count++) {
            SecretSetting set = SecretSetting.at(text, ListMarks.behindMark(text, at));
            if (!isOne(name, set.of(text))) {
                return last;
            }
            sink.accept(set);
            last = set.end();
            at = ListMarks.behindJoint(text, last);
        }
        return last;
    }

    private static boolean isOne(SecretName name, String value) {
        return name.isChosen()
                ? SecretSaid.isWritten(value) || SecretSaid.isPlain(value)
                : name.isOf(value, false) && SecretValue.isMixed(value);
    }
}
