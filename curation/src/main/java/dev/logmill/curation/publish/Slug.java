package dev.logmill.curation.publish;

import dev.logmill.curation.json.Digest;
import java.util.Locale;

/**
 * A name that is safe as a folder, made from any text: {@code [a-z0-9-]}, 1 to {@value #MAX_LENGTH} characters.
 *
 * <p>A text that is already safe stays as it is. Every other one loses what is unsafe and gains a digest of the whole
 * text, so that two texts never share a slug because of what was lost.
 */
public final class Slug {
    /** The longest slug, in characters. */
    public static final int MAX_LENGTH = 64;

    private static final int DIGEST_LENGTH = 10;

    private Slug() {}

    /** The slug of a text; the same text has the same slug for ever. */
    public static String of(String text) {
        if (isSlug(text)) {
            return text;
        }
        String suffix = Digest.of("slug", text).hex().substring(0, DIGEST_LENGTH);
        String readable = readable(text);
        return readable.isEmpty() ? suffix : readable + "-" + suffix;
    }

    /** Whether a text can be a folder's name as it is. */
    public static boolean isSlug(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH || text.startsWith("-") || text.endsWith("-")) {
            return false;
        }
        return text.chars().allMatch(c -> isSafe((char) c) || c == '-');
    }

    private static String readable(String text) {
        int room = MAX_LENGTH - DIGEST_LENGTH - 1;
        // Only so much of a long text is looked at: what is beyond shows in the digest alone.
        String start =
                text.substring(0, Math.min(text.length(), 4 * MAX_LENGTH)).toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < start.length() && kept.length() < room; i++) {
            char c = start.charAt(i);
            if (isSafe(c)) {
                kept.append(c);
            } else if (!kept.isEmpty() && kept.charAt(kept.length() - 1) != '-') {
                kept.append('-');
            }
        }
        while (!kept.isEmpty() && kept.charAt(kept.length() - 1) == '-') {
            kept.setLength(kept.length() - 1);
        }
        return kept.toString();
    }

    private static boolean isSafe(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
