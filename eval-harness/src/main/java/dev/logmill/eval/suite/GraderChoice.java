package dev.logmill.eval.suite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Tool;
import dev.logmill.eval.grade.GraderKind;
import dev.logmill.eval.grade.GraderSpec;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which graders fit a case: told by what its right answer looks like. */
public final class GraderChoice {
    private static final int MAX_LABELS = 40;
    private static final int MAX_LABEL_CHARS = 40;

    private final Set<String> labels;

    /** Knows the answers of an agent: where they are few and short, they are labels. */
    public GraderChoice(Collection<Message> answers) {
        TreeSet<String> seen = new TreeSet<>();
        boolean closed = answers.size() >= 20;
        for (Message answer : answers) {
            String text = answer.content().orElse("").strip();
            closed &= !text.isEmpty()
                    && text.length() <= MAX_LABEL_CHARS
                    && answer.toolCalls().isEmpty();
            seen.add(text);
        }
        this.labels = closed && seen.size() <= MAX_LABELS && seen.size() * 3 <= answers.size() ? seen : Set.of();
    }

    List<GraderSpec> of(Message reference, List<Tool> tools) {
        if (!reference.toolCalls().isEmpty()
                || (!tools.isEmpty() && reference.content().isEmpty())) {
            return List.of(GraderSpec.of(GraderKind.TOOL_CALL));
        }
        String text = reference.content().orElse("").strip();
        if (Json.container(text).isPresent()) {
            return List.of(GraderSpec.of(GraderKind.JSON_EQUALITY));
        }
        if (labels.contains(text)) {
            return List.of(GraderSpec.of(GraderKind.CLASSIFICATION, labelSettings()));
        }
        if (isNumber(text)) {
            return List.of(GraderSpec.of(GraderKind.NUMERIC));
        }
        return List.of(GraderSpec.of(GraderKind.NORMALISED));
    }

    private String labelSettings() {
        ObjectNode settings = Json.MAPPER.createObjectNode();
        labels.forEach(settings.putArray("labels")::add);
        return Json.canonical(settings);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && Optional.of(text)
                        .filter(t ->
                                t.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-'))
                        .isPresent()
                && text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
