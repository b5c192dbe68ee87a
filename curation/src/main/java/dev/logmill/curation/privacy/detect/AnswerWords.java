package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;

/** What people say before they answer what they were asked: "Sure, it's". */
public final class AnswerWords {
    private static final Set<String> ALL = Phrases.of(
            "sure|yes|yeah|yep|ok|okay|certainly|of|course|it|is|its|it's|it\u2019s|thats|that's|that|that\u2019s|here|here's|here\u2019s|you"
                    + "|go|my|the|hi|hello|ja|klar|gerne|nat\u00fcrlich|es|ist|das|mein|oui|c'est|s\u00ed|claro|si");

    private AnswerWords() {}

    /** Whether a word is one, whatever its case. */
    public static boolean is(String word) {
        return ALL.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether a text is of them alone, with what parts them; so is an empty one. */
    static boolean areAll(String text) {
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean within = i < text.length() && " ,.!:-".indexOf(text.charAt(i)) < 0;
            if (within && start < 0) {
                start = i;
            } else if (!within && start >= 0) {
                if (!is(text.substring(start, i))) {
                    return false;
                }
                start = -1;
            }
        }
        return true;
    }
}
