package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.ingest.ScoreName;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.Mark;
import dev.logmill.curation.trace.SignalChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a piece of feedback says in fields of its own, whatever a team calls them: {@code {thumbs: up}}, {@code {type: thumbs_down}}, {@code
 * {name: helpful, value: no}}, {@code {sentiment: negative}}, {@code {liked: false}}.
 */
final class FeedbackFields {
    /** What it is that is told. */
    static final List<String> NAMES = List.of("name", "key", "metric", "type", "kind", "feedback_type", "category");

    private static final List<String> VALUES =
            List.of("value", "answer", "label", "sentiment", "verdict", "result", "feedback", "mark", "choice");

    private static final List<String> WORDS = List.of(
            "comment",
            "reason",
            "text",
            "message",
            "explanation",
            "note",
            "feedback_text",
            "feedback_comment",
            "user_comment");

    /** Fields that say nothing of the answer. */
    private static final Set<String> BESIDE = Set.of(
            "id",
            "feedback_id",
            "user_id",
            "user",
            "timestamp",
            "created_at",
            "updated_at",
            "time",
            "source",
            "channel",
            "withdrawn",
            "supersedes",
            "scale");

    /** From 0 bad to 1 good. */
    record Marked(SignalChannel channel, double value) {
        static Optional<Marked> thumb(Optional<Double> side) {
            return side.map(value -> new Marked(SignalChannel.THUMB, value));
        }
    }

    private FeedbackFields() {}

    /** The side that it takes, or the grade under a name. */
    static Optional<Marked> mark(JsonNode feedback) {
        Optional<Double> vote = Key.VOTE.names().stream()
                .flatMap(name -> Votes.sided(feedback.path(name)).stream())
                .findFirst();
        return Marked.thumb(vote.or(() -> flagSet(feedback)))
                .or(() -> named(feedback))
                .or(() -> Marked.thumb(flagNotSet(feedback)));
    }

    /** What words stand beside the mark. */
    static Optional<String> words(JsonNode feedback) {
        return WORDS.stream()
                .flatMap(name -> Fields.filled(feedback, name).stream())
                .findFirst();
    }

    /** What the answer should have been. */
    static Optional<String> correction(JsonNode correction) {
        return correction.isObject()
                ? Fields.filled(correction, "content").or(() -> Fields.filled(correction, "text"))
                : Optional.of(correction)
                        .filter(said -> !said.isBoolean())
                        .flatMap(Fields::text)
                        .filter(text -> !text.isBlank());
    }

    /** Whether anything is said: a form that nobody filled in has its fields too. */
    static boolean sayAnything(JsonNode feedback) {
        if (feedback.isObject()) {
            List<Map.Entry<String, JsonNode>> fields = feedback.properties().stream()
                    .filter(field -> !BESIDE.contains(field.getKey()))
                    .toList();
            // What is told is told by a value, unless there is none.
            boolean nameAlone = fields.stream().allMatch(field -> NAMES.contains(field.getKey()));
            return fields.stream()
                    .filter(field -> nameAlone || !NAMES.contains(field.getKey()))
                    .anyMatch(field -> sayAnything(field.getValue()));
        }
        if (feedback.isArray()) {
            return Stream.iterate(0, i -> i < feedback.size(), i -> i + 1).anyMatch(i -> sayAnything(feedback.path(i)));
        }
        boolean unset = feedback.isBoolean() && !feedback.booleanValue();
        return !Fields.isEmpty(feedback) && !unset && !Mark.isNone(feedback);
    }

    private static Optional<Double> flagSet(JsonNode feedback) {
        return Stream.concat(Key.UP.names().stream(), Key.DOWN.names().stream())
                .filter(name -> Mark.sided(feedback.path(name))
                        .filter(set -> set == 1.0)
                        .isPresent())
                .findFirst()
                .map(name -> Key.UP.names().contains(name) ? 1.0 : 0.0);
    }

    /** A value by what it is one of, or alone; or the name alone, where it is a word for good or bad. */
    private static Optional<Marked> named(JsonNode feedback) {
        String name = name(feedback);
        Optional<Marked> told = VALUES.stream()
                .map(feedback::path)
                .filter(value -> value.isValueNode() && !Fields.isEmpty(value))
                .flatMap(value -> value(name, value, feedback).stream())
                .findFirst();
        return told.or(() -> Marked.thumb(NAMES.stream()
                .map(feedback::path)
                .filter(JsonNode::isTextual)
                .flatMap(word -> Mark.sided(word).stream())
                .findFirst()));
    }

    /** What a piece of feedback is called; empty where it is not. */
    static String name(JsonNode feedback) {
        return NAMES.stream()
                .flatMap(field -> Fields.filled(feedback, field).stream())
                .findFirst()
                .orElse("");
    }

    /** What it answers, where one person may answer several: a thumb is one, whatever it is called. */
    static Optional<String> question(JsonNode feedback) {
        return Stream.of("name", "key", "metric")
                .flatMap(field -> Fields.filled(feedback, field).stream())
                .findFirst()
                .filter(name -> !ScoreName.isOfThumbs(name)
                        && Mark.sided(TextNode.valueOf(name)).isEmpty());
    }

    /**
     * A number means something only where its name says what it is one of: a 1 may be a thumb or the worst of five stars. What is
     * weighted is Portkey's, of which 1 is up and -1 down; nobody gives minus one star.
     */
    private static Optional<Marked> value(String name, JsonNode value, JsonNode feedback) {
        if (!value.isNumber()) {
            return Marked.thumb(Mark.sided(name, value));
        }
        if (ScoreName.isOfStars(name)) {
            return Mark.stars(value, feedback.path("scale")).map(grade -> new Marked(SignalChannel.RATING, grade));
        }
        boolean known = ScoreName.isOfThumbs(name) || ScoreName.isOfGood(name) || ScoreName.isOfBad(name);
        boolean sided = value.doubleValue() == 0 || Math.abs(value.doubleValue()) == 1;
        if (sided && !known && (feedback.has("weight") || value.doubleValue() < 0)) {
            return Optional.of(new Marked(SignalChannel.THUMB, value.doubleValue() > 0 ? 1 : 0));
        }
        return known || !sided
                ? Mark.share(name, value)
                        .map(grade -> new Marked(sided ? SignalChannel.THUMB : SignalChannel.RATING, grade))
                : Optional.empty();
    }

    /** In feedback that somebody gave, {@code liked: false} is an answer, unless its opposite stands beside it. */
    private static Optional<Double> flagNotSet(JsonNode feedback) {
        boolean bad = false;
        boolean good = false;
        boolean notGood = false;
        for (Map.Entry<String, JsonNode> field : feedback.properties()) {
            boolean flag = field.getValue().isBoolean();
            boolean set = flag && field.getValue().booleanValue();
            boolean up = flag && (Key.UP.names().contains(field.getKey()) || ScoreName.isOfGood(field.getKey()));
            boolean down = flag && (Key.DOWN.names().contains(field.getKey()) || ScoreName.isOfBad(field.getKey()));
            if (down && !set) {
                return Optional.empty();
            }
            bad |= down;
            good |= up && set;
            notGood |= up && !set;
        }
        return bad || notGood ? Optional.of(0.0) : good ? Optional.of(1.0) : Optional.empty();
    }
}
