package dev.logmill.eval.grade;

import dev.logmill.curation.trace.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an answer gives, without the thoughts before it and without what it is wrapped in: models write
 * {@code <think>Lima?</think>Paris} and {@code <answer>Paris</answer>}. Where the reference has tags of its own, tags are part
 * of what was asked for, and those of the answer stay.
 */
final class Unwrapped {
    private static final List<String> THOUGHTS =
            List.of("think", "thinking", "thought", "thoughts", "reasoning", "reflection", "scratchpad");
    private static final List<String> ANSWERS = List.of("answer", "final_answer", "final");

    /** Every repetition has a bound, so that a match costs no more than its length. */
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][A-Za-z0-9_:.-]{0,40}(?:\\s[^<>]{0,300})?/?>");

    private Unwrapped() {}

    /** The text that an answer gives, to be held against a reference. */
    static String answer(Message answer, Message reference) {
        String said = withoutThoughts(Answers.text(answer));
        return hasTags(reference)
                ? said
                : TAG.matcher(given(said)).replaceAll(" ").strip();
    }

    /** The text of a reference: it too may have been logged with thoughts and in a wrapping of its own. */
    static String reference(Message reference) {
        String said = withoutThoughts(Answers.text(reference));
        return hasTags(reference) ? said : given(said).strip();
    }

    /** A wrapping around the whole text is none of its own tags. */
    private static boolean hasTags(Message reference) {
        return TAG.matcher(given(withoutThoughts(Answers.text(reference)))).find();
    }

    /** Thoughts stand first; their opening tag may have been part of the prompt, and is not in the answer then. */
    private static String withoutThoughts(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String thought : THOUGHTS) {
            String closing = "</" + thought + ">";
            int close = lower.lastIndexOf(closing);
            boolean opens = lower.startsWith("<" + thought + ">");
            if (close >= 0 && (opens || !lower.contains("<" + thought + ">"))) {
                return withoutThoughts(text.substring(close + closing.length()).strip());
            }
            if (opens) {
                return "";
            }
        }
        return text;
    }

    /** What stands in the one element that is called the answer, where there is one; else the whole text. */
    private static String given(String text) {
        return ANSWERS.stream()
                .flatMap(name -> inside(text, name).stream())
                .findFirst()
                .orElse(text);
    }

    private static Optional<String> inside(String text, String name) {
        String lower = text.toLowerCase(Locale.ROOT);
        String opening = "<" + name + ">";
        int open = lower.indexOf(opening);
        int close = lower.indexOf("</" + name + ">", Math.max(open, 0));
        boolean one = open >= 0 && close > open && lower.indexOf(opening, open + 1) < 0;
        return one ? Optional.of(text.substring(open + opening.length(), close).strip()) : Optional.empty();
    }
}
