package dev.logmill.jobs.command;

import dev.logmill.curation.feedback.Preference;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.run.Run;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Signal;
import dev.logmill.eval.suite.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was said in a row, as it is stored: what was asked and answered, better and worse answers, what feedback said. Cut,
 * it is the last that a person asked, what came after it last, and the beginning of each; else every message in full.
 */
final class RowTexts {
    private static final int LONGEST = 300;

    private final boolean full;
    private final List<String> lines = new ArrayList<>();

    private RowTexts(boolean full) {
        this.full = full;
    }

    /** The lines to a row; none where nothing was said in it. */
    static List<String> of(Object row, boolean full) {
        RowTexts texts = new RowTexts(full);
        if (row instanceof Run run) {
            texts.asked(run.input());
            run.output().ifPresent(answer -> texts.add("answered", answer));
        } else if (row instanceof Pair pair) {
            texts.asked(pair.input());
            texts.add("answered", pair.output());
        } else if (row instanceof Preference preference) {
            texts.asked(preference.input());
            texts.add("better", preference.chosen());
            texts.add("worse", preference.rejected());
        } else if (row instanceof Case one) {
            texts.asked(one.input());
            one.reference().ifPresent(right -> texts.add("right", right));
        } else if (row instanceof Signal signal) {
            signal.text().ifPresent(text -> texts.add("said", text));
        }
        return texts.lines;
    }

    private void asked(List<Message> input) {
        for (Message message : full ? input : last(input)) {
            String role = message.role().name().toLowerCase(Locale.ROOT);
            add("asked", "%s: %s".formatted(role, ShownText.of(message)));
        }
    }

    /** The last message, and before it the last of a person where that is another one. */
    private static List<Message> last(List<Message> input) {
        if (input.isEmpty()) {
            return input;
        }
        Message last = input.get(input.size() - 1);
        Optional<Message> user = input.stream()
                .filter(message -> message.role() == Role.USER)
                .reduce((earlier, later) -> later)
                .filter(message -> !message.equals(last));
        return user.map(asked -> List.of(asked, last)).orElse(List.of(last));
    }

    private void add(String what, Message message) {
        add(what, ShownText.of(message));
    }

    private void add(String what, String text) {
        lines.add("  %-9s %s".formatted(what, full ? ShownText.whole(text) : ShownText.cut(text, LONGEST)));
    }
}
