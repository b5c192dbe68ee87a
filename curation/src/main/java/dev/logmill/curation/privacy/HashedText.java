package dev.logmill.curation.privacy;

import java.util.regex.Pattern;

/** What is left of a text in privacy mode {@code hashed}: a keyed hash, and how long the text was. */
public final class HashedText {
    private static final Pattern FORM = Pattern.compile("k_[a-z2-7]{26} chars=[0-9]{1,10} words=[0-9]{1,10}");

    private HashedText() {}

    static String of(String key, int chars, int words) {
        return "%s chars=%d words=%d".formatted(key, chars, words);
    }

    /** Whether a text is what is left of one. */
    public static boolean is(String text) {
        return text.startsWith("k_") && FORM.matcher(text).matches();
    }
}
