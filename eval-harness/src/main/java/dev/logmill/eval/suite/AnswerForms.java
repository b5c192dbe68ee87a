package dev.logmill.eval.suite;

import dev.logmill.curation.trace.Message;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The forms that an agent's answers have: an answer with every word that holds a digit left open. An agent that fills in forms
 * ({@code Order … is refunded with … cents.}) says the same thing in the same words, so a right answer can be compared word by
 * word; one that words each answer anew cannot be graded so, since a good model that words it otherwise would fail.
 *
 * <p>It fills in forms where at least {@value #FEWEST_ANSWERS} answers are known and {@value #SHARE} of them have a form that
 * at least {@value #OFTEN} have.
 */
final class AnswerForms {
    private static final int FEWEST_ANSWERS = 20;
    private static final int OFTEN = 3;
    private static final double SHARE = 0.9;

    private final Map<String, Integer> counts = new HashMap<>();
    private final boolean filledIn;

    AnswerForms(Collection<Message> answers) {
        answers.forEach(answer -> counts.merge(form(answer), 1, Integer::sum));
        int often = counts.values().stream()
                .filter(count -> count >= OFTEN)
                .mapToInt(Integer::intValue)
                .sum();
        this.filledIn = answers.size() >= FEWEST_ANSWERS && often >= SHARE * answers.size();
    }

    /** Whether an answer fills in a form that the agent uses, and the agent does nothing else. */
    boolean isFilledIn(Message answer) {
        return filledIn && counts.getOrDefault(form(answer), 0) >= OFTEN;
    }

    private static String form(Message answer) {
        StringBuilder form = new StringBuilder();
        open(answer.content().orElse(""), form);
        answer.toolCalls().forEach(call -> {
            form.append('\n').append(call.name());
            open(call.arguments(), form);
        });
        return form.toString();
    }

    private static void open(String text, StringBuilder form) {
        for (String word : text.strip().split("\\s+", -1)) {
            boolean open = word.codePoints().anyMatch(Character::isDigit);
            form.append(' ').append(open ? "…" : word.toLowerCase(Locale.ROOT));
        }
    }
}
