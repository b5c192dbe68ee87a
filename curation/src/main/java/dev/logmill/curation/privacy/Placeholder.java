package dev.logmill.curation.privacy;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in a text for an identifier that was there: {@code <EMAIL_k3f7q>}, its type and a keyed mark; see {@link WrittenForm}. */
public final class Placeholder {
    static final int MARK_LETTERS = 5;

    private static final Pattern FORM =
            Pattern.compile("(<|%%3C|&lt;)(([A-Z][A-Z0-9]*)_[a-z2-7]{%d})(>|%%3E|&gt;)".formatted(MARK_LETTERS));

    private static final Pattern WHOLE = Pattern.compile("<([A-Z][A-Z0-9]*)_([a-z2-7]{%d})>".formatted(MARK_LETTERS));

    /** What a placeholder says. */
    record Told(String type, String mark) {}

    private Placeholder() {}

    /** What a text says that is one as a whole; nothing else does. */
    static Optional<Told> told(String text) {
        Matcher whole = WHOLE.matcher(text);
        return whole.matches() ? Optional.of(new Told(whole.group(1), whole.group(2))) : Optional.empty();
    }

    static String of(String type, String mark) {
        return "<" + name(type, mark) + ">";
    }

    /** What stands between its brackets. */
    static String name(String type, String mark) {
        return type + "_" + mark;
    }

    /** A text whose placeholders have other names, in brackets as they were written. */
    static String renamed(String text, UnaryOperator<String> names) {
        return FORM.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group(1) + names.apply(found.group(2)) + found.group(4)));
    }

    /** Whether a text holds one, so that it is not what was logged. */
    public static boolean isIn(String text) {
        return FORM.matcher(text).find();
    }

    /** A text whose placeholders tell their types and no more. */
    public static String unmarked(String text) {
        return FORM.matcher(text).replaceAll("<$3>");
    }
}
