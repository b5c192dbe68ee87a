package dev.logmill.eval.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.eval.grade.ClassificationGrader;
import dev.logmill.eval.grade.GraderKind;
import dev.logmill.eval.grade.GraderSpec;
import dev.logmill.eval.grade.NumericGrader;
import dev.logmill.eval.grade.UnspacedScript;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which graders fit a case, told by what was asked for and what its right answer looks like. The first that fits:
 *
 * <ul>
 *   <li>calls of tools: tool calls;
 *   <li>a response format that asks for JSON, or an answer that is JSON: JSON equality;
 *   <li>an answer that is one of the agent's few labels, which differ in more than punctuation: classification;
 *   <li>a number: numeric;
 *   <li>a name or fact, at most {@value #FACT_WORDS} words and at least {@value #FACT_CHARS} letters or digits: contains, for
 *       a sentence around a fact is no error (shorter ones, such as yes and no, stand in too many wrong answers);
 *   <li>a shorter answer: normalised text;
 *   <li>a longer one, where the agent fills in forms (see {@link AnswerForms}): normalised text.
 * </ul>
 *
 * <p>None fits any other text, nor JSON or arguments that hold such text: a model that says the same in other words is right,
 * and no comparison of words can tell. Such a case needs a judge, is left ungraded, and the verdict counts it.
 */
public final class GraderChoice {
    private static final int MAX_LABELS = 40;
    private static final int MAX_LABEL_CHARS = 40;
    private static final int FACT_WORDS = 4;
    private static final int FACT_CHARS = 4;

    private final Set<String> labels;
    private final AnswerForms forms;

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
        boolean few = seen.size() <= MAX_LABELS && seen.size() * 3 <= answers.size();
        this.labels = closed && few && ClassificationGrader.areApart(seen) ? seen : Set.of();
        this.forms = new AnswerForms(answers);
    }

    /** The graders; none where only a judge could tell. */
    List<GraderSpec> of(Message reference, Task task) {
        return one(reference, task).stream().toList();
    }

    private Optional<GraderSpec> one(Message reference, Task task) {
        boolean inWords = forms.isFilledIn(reference);
        if (!reference.toolCalls().isEmpty()
                || (!task.tools().isEmpty() && reference.content().isEmpty())) {
            boolean free = reference.toolCalls().stream().anyMatch(call -> holdsText(call.arguments()));
            return free && !inWords ? Optional.empty() : Optional.of(GraderSpec.of(GraderKind.TOOL_CALL));
        }
        String text = reference.content().orElse("").strip();
        if (asksForJson(task) || Json.container(text).isPresent()) {
            return holdsText(text) && !inWords
                    ? Optional.empty()
                    : Optional.of(GraderSpec.of(GraderKind.JSON_EQUALITY));
        }
        if (labels.contains(text)) {
            return Optional.of(GraderSpec.of(GraderKind.CLASSIFICATION, labelSettings()));
        }
        if (NumericGrader.isNumber(text)) {
            return Optional.of(GraderSpec.of(GraderKind.NUMERIC));
        }
        if (isShort(text)) {
            return Optional.of(GraderSpec.of(isFact(text) ? GraderKind.CONTAINS : GraderKind.NORMALISED));
        }
        return inWords ? Optional.of(GraderSpec.of(GraderKind.NORMALISED)) : Optional.empty();
    }

    private static boolean asksForJson(Task task) {
        return task.responseFormat()
                .flatMap(Json::container)
                .map(format -> format.path("type").asText())
                .filter(type -> type.equals("json_schema") || type.equals("json_object"))
                .isPresent();
    }

    /** At most so many words; in scripts without spaces two letters count as one. */
    private static boolean isShort(String text) {
        int words = text.isEmpty() ? 0 : text.split("\\s+", FACT_WORDS + 1).length;
        return words <= FACT_WORDS && UnspacedScript.letters(text) <= 2 * FACT_WORDS;
    }

    private static boolean isFact(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count() >= FACT_CHARS;
    }

    /** Whether a string in a JSON text is longer than a fact. */
    private static boolean holdsText(String json) {
        return Json.container(json).filter(GraderChoice::holdsText).isPresent();
    }

    private static boolean holdsText(JsonNode node) {
        if (node.isTextual()) {
            return !isShort(node.textValue().strip());
        }
        for (JsonNode child : node) {
            if (holdsText(child)) {
                return true;
            }
        }
        return false;
    }

    private String labelSettings() {
        ObjectNode settings = Json.MAPPER.createObjectNode();
        labels.forEach(settings.putArray("labels")::add);
        return Json.canonical(settings);
    }
}
