package dev.logmill.curation.privacy.detect;

import com.google.re2j.Pattern;

/**
 * Whether what stands behind a sign, with brackets, commas or quotes within, is a password and no code: {@code Blue'77x} is one, of
 * three of small letters, capitals, digits and marks; {@code hash(user1)} is none.
 */
final class PasswordForm {
    private static final int LEAST = 6;
    private static final int LEAST_WITHOUT_DIGIT = 8;
    private static final int LONGEST = 64;

    /** Marks that names, numbers, paths and versions are written with. */
    private static final String PLAIN = "._-/:@,";

    /** A call, an element, a text in quotes, an address, a regular expression, an element of markup, what a format fills. */
    private static final Pattern CODE =
            Pattern.compile("^[\\w.$>:-]*[a-zA-Z_]{2}\\w*[(\\[][\\w.,:*&\\[\"'(+<>=!?${}-]*(?:[)\\]](?:\\W.*)?)?$"
                    + "|^[a-zA-Z@&*!]{0,2}[\"'`].*[\"'`]|^[(&*!-]*[a-zA-Z_]\\w*(?:->|::)\\w|://|\\[[\"']|\\([\"')]|\\]\\(|\\\\[dwsb]|\\(\\?"
                    + "|[Aa0]-[Zz9]|</|/>|\\$[{(]|\\{\\{|%[sd]\\b|=>|\\+=|\\|\\||^\\w+<[\\w, *&:]*>?$|^[&*!]\\w+\\{");

    private PasswordForm() {}

    static boolean is(String value) {
        boolean small = false;
        boolean capital = false;
        boolean digit = false;
        boolean mark = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            small |= Character.isLowerCase(c);
            capital |= Character.isUpperCase(c);
            digit |= Character.isDigit(c);
            mark |= !Character.isLetterOrDigit(c) && PLAIN.indexOf(c) < 0;
        }
        boolean mixed = digit ? small || capital : small && capital && value.length() >= LEAST_WITHOUT_DIGIT;
        return mark
                && mixed
                && value.length() <= LONGEST
                && SecretValue.isSecret(value, LEAST)
                && !CODE.matcher(value).find();
    }
}
