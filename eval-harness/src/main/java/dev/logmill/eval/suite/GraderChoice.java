package dev.logmill.eval.suite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.eval.grade.GraderKind;
import dev.logmill.eval.grade.GraderSpec;
import dev.logmill.eval.grade.NumericGrader;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which graders fit a case, told by what was asked for and what its right answer looks like. The first that fits:
 *
 * <ul>
 *   <li>calls of tools: tool calls;
 *   <li>a response format that asks for JSON, or an answer that is JSON: JSON equality;
 *   <li>an answer that is one of the agent's few labels: classification;
 *   <li>a number: numeric;
 *   <li>a name or fact, at most {@value #FACT_WORDS} words and at least {@value #FACT_CHARS} letters or digits: contains, for
 *       a sentence around a fact is no error (shorter ones, such as yes and no, stand in too many wrong answers);
 *   <li>else normalised text.
 * </ul>
 */
public final class GraderChoice {
    private static final int MAX_LABELS = 40;
    private static final int MAX_LABEL_CHARS = 40;
    private static final int FACT_WORDS = 4;
    private static final int FACT_CHARS = 4;

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

    List<GraderSpec> of(Message reference, Task task) {
        return List.of(one(reference, task));
    }

    private GraderSpec one(Message reference, Task task) {
        if (!reference.toolCalls().isEmpty()
                || (!task.tools().isEmpty() && reference.content().isEmpty())) {
            return GraderSpec.of(GraderKind.TOOL_CALL);
        }
        String text = reference.content().orElse("").strip();
        if (asksForJson(task) || Json.container(text).isPresent()) {
            return GraderSpec.of(GraderKind.JSON_EQUALITY);
        }
        if (labels.contains(text)) {
            return GraderSpec.of(GraderKind.CLASSIFICATION, labelSettings());
        }
        if (NumericGrader.isNumber(text)) {
            return GraderSpec.of(GraderKind.NUMERIC);
        }
        return GraderSpec.of(isFact(text) ? GraderKind.CONTAINS : GraderKind.NORMALISED);
    }

    private static boolean asksForJson(Task task) {
        return task.responseFormat()
                .flatMap(Json::container)
                .map(format -> format.path("type").asText())
                .filter(type -> type.equals("json_schema") || type.equals("json_object"))
                .isPresent();
    }

    private static boolean isFact(String text) {
        return text.split("\\s+", FACT_WORDS + 1).length <= FACT_WORDS
                && text.codePoints().filter(Character::isLetterOrDigit).count() >= FACT_CHARS;
    }

    private String labelSettings() {
        ObjectNode settings = Json.MAPPER.createObjectNode();
        labels.forEach(settings.putArray("labels")::add);
        return Json.canonical(settings);
    }
}
