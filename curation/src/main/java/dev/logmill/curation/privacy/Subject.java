package dev.logmill.curation.privacy;

import java.util.regex.Pattern;

/**
 * A person behind the data, known only by a keyed pseudonym: rows hold its text in their column {@code subject}. The id that
 * a log knows the person by is none, so that it cannot be taken for one.
 *
 * @param pseudonym {@code u}, the key's version, {@code _} and 26 letters of base 32, as {@link Pseudonyms#subject} makes them
 */
public record Subject(String pseudonym) {
    private static final Pattern FORM = Pattern.compile("u[1-9][0-9]{0,2}_[a-z2-7]{26}");

    public Subject {
        if (!FORM.matcher(pseudonym).matches()) {
            // What was given may be somebody's id.
            throw new IllegalArgumentException("A subject's pseudonym is u, a version, _ and 26 letters of base 32");
        }
    }
}
