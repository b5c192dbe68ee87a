package dev.logmill.eval.grade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import java.util.Optional;

/** The answer is the same JSON as the reference: the order of keys does not count, and 1 is 1.0. */
final class JsonEqualityGrader implements Grader {
    @Override
    public Judgement grade(Message reference, Message answer) {
        Optional<JsonNode> wanted = Json.container(Answers.unfenced(Unwrapped.reference(reference)));
        if (wanted.isEmpty()) {
            return new Judgement.Unscored("the reference is no JSON object or array");
        }
        Optional<JsonNode> given = Json.container(Answers.unfenced(Unwrapped.answer(answer, reference)));
        if (given.isEmpty()) {
            return Judgement.Score.of(false, "", "the answer is no JSON object or array");
        }
        boolean same = same(wanted.get(), given.get());
        return Judgement.Score.of(same, Json.canonical(given.get()), same ? "the same JSON" : "other JSON");
    }

    /** Equal as JSON values; numbers by value. */
    static boolean same(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue()) == 0;
        }
        if (a.getNodeType() != b.getNodeType() || a.size() != b.size()) {
            return false;
        }
        if (a.isObject()) {
            return a.properties().stream()
                    .allMatch(field -> b.has(field.getKey()) && same(field.getValue(), b.get(field.getKey())));
        }
        if (a.isArray()) {
            for (int i = 0; i < a.size(); i++) {
                if (!same(a.get(i), b.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return a.equals(b);
    }
}
