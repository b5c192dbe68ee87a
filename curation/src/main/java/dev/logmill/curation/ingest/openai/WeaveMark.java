package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.ScoreName;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.Mark;
import dev.logmill.curation.trace.SignalChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one feedback of Weave says, by its type: a reaction that is a thumb, a note, an answer of a reviewer ({@code wandb.annotation.quality},
 * {@code {value: true}}), or what a scorer returned ({@code wandb.runnable.Toxicity}, {@code {output: {passed: true}}}).
 *
 * @param part which of a scorer's answers it is; empty where it is the only one
 */
record WeaveMark(SignalChannel channel, String part, Optional<Double> value, Optional<String> text) {
    private static final String RESERVED = "wandb.";
    private static final String REACTION = "wandb.reaction.";
    private static final String NOTE = "wandb.note.";
    private static final String ANNOTATION = "wandb.annotation.";
    private static final String SCORER = "wandb.runnable.";
    private static final List<String> GRADES = List.of("score", "value", "result");

    /** Whether an application made the type up, and what is in it. */
    static boolean isOwn(String type) {
        return !type.startsWith(RESERVED);
    }

    /** All that is said; nothing where it is not understood. */
    static List<WeaveMark> of(String type, JsonNode payload) {
        if (type.startsWith(REACTION)) {
            return thumb(payload).stream()
                    .map(side -> new WeaveMark(SignalChannel.THUMB, "", Optional.of(side), Optional.empty()))
                    .toList();
        }
        if (type.startsWith(NOTE)) {
            return Fields.filled(payload, "note").stream()
                    .map(note -> new WeaveMark(SignalChannel.RATING, "", Optional.empty(), Optional.of(note)))
                    .toList();
        }
        if (type.startsWith(ANNOTATION)) {
            return reviewed(type.substring(ANNOTATION.length()), payload.path("value"));
        }
        return type.startsWith(SCORER) ? scored(type.substring(SCORER.length()), payload.path("output")) : List.of();
    }

    /** A thumb may have a tone of skin, without which the alias stands beside it. */
    private static Optional<Double> thumb(JsonNode payload) {
        return Mark.sided(payload.path("detoned")).or(() -> Mark.sided(payload.path("emoji")));
    }

    /** What is no mark is what the reviewer wrote. */
    private static List<WeaveMark> reviewed(String name, JsonNode answer) {
        Optional<Double> value = graded(name, answer);
        Optional<String> text = Optional.of(answer)
                .filter(said -> value.isEmpty() && said.isTextual())
                .map(JsonNode::textValue)
                .filter(said -> !said.isBlank());
        return value.isPresent() || text.isPresent()
                ? List.of(new WeaveMark(SignalChannel.REVIEWER, "", value, text))
                : List.of();
    }

    /** Weave's own scorers say whether an answer {@code passed}; others a grade, or flags that they name. */
    private static List<WeaveMark> scored(String name, JsonNode output) {
        Optional<String> why = output.isObject() ? FeedbackFields.words(output) : Optional.empty();
        Optional<Double> whole = Optional.of(output.path("passed"))
                .filter(JsonNode::isBoolean)
                .flatMap(Mark::sided)
                .or(() -> Stream.concat(Stream.of(output), GRADES.stream().map(output::path))
                        .flatMap(said -> graded(name, said).stream())
                        .findFirst());
        if (whole.isPresent()) {
            return List.of(new WeaveMark(SignalChannel.JUDGE, "", whole, why));
        }
        return output.properties().stream()
                .filter(field -> field.getValue().isBoolean())
                .filter(field -> ScoreName.isOfGood(field.getKey()) || ScoreName.isOfBad(field.getKey()))
                .map(field -> flag(field, why))
                .toList();
    }

    private static WeaveMark flag(Map.Entry<String, JsonNode> field, Optional<String> why) {
        return new WeaveMark(SignalChannel.JUDGE, field.getKey(), Mark.sided(field.getKey(), field.getValue()), why);
    }

    private static Optional<Double> graded(String name, JsonNode said) {
        return said.isValueNode() ? Mark.share(name, said) : Optional.empty();
    }
}
