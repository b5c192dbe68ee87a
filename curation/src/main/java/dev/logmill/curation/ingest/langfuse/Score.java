package dev.logmill.curation.ingest.langfuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.ingest.ScoreName;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.UnknownScale;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Mark;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.trace.MadeId;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A score of Langfuse. A number of its type BOOLEAN, from 0 to 1 or on its {@linkplain ScoreScales scale} is a value; that of CATEGORICAL is only an index, and its
 * word is what counts; that of TEXT says nothing. The text of a CORRECTION is what the answer should have been.
 */
final class Score {
    private Score() {}

    static boolean isScore(JsonNode body) {
        Row row = new Row(body);
        boolean about = row.has("trace_id") || row.has("observation_id") || row.has("session_id");
        boolean named = row.text("name").isPresent() && row.has("value") && !row.has("start_time");
        return about && (named || (row.has("data_type") && row.has("string_value")));
    }

    static List<Signal> of(String source, JsonNode body, ScoreScales scales) throws UnreadableRecord {
        return of(source, body, scales, Optional.empty());
    }

    /**
     * A score that was told at a time, which stands in for the score's own where it has none; of two forms of one score that
     * which was written later stands.
     */
    static List<Signal> of(String source, JsonNode body, ScoreScales scales, Optional<Instant> told)
            throws UnreadableRecord {
        Row row = new Row(body);
        String type = row.text("data_type").orElse("").toUpperCase(Locale.ROOT);
        Optional<String> written = row.text("string_value")
                .or(() -> row.text("long_string_value"))
                .or(() -> Optional.of(row.value("value"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue));
        boolean correction = type.equals("CORRECTION");
        String name = row.text("name").orElse("");
        Optional<Double> scaled =
                correction || !isNumber(type) ? Optional.empty() : scales.share(name, row.number("value"));
        Optional<Double> value =
                correction ? Optional.empty() : scaled.isPresent() ? scaled : value(row, name, type, written);
        Optional<String> text =
                correction ? written : row.text("comment").or(() -> type.equals("TEXT") ? written : Optional.empty());
        boolean unscaled = !correction && isNumber(type) && row.number("value").isPresent();
        if (value.isEmpty() && unscaled) {
            throw UnknownScale.of(name);
        }
        if (value.isEmpty() && text.isEmpty()) {
            throw UnknownScale.ofWord(name, "no comment beside it");
        }
        Optional<String> trace = row.text("trace_id");
        Optional<String> observation = row.text("observation_id");
        Optional<String> session = row.text("session_id");
        if (trace.isEmpty() && observation.isEmpty() && session.isEmpty()) {
            throw new UnreadableRecord(
                    QuarantineReason.MISSING_FIELD,
                    "neither trace_id, observation_id nor session_id: a score of nothing");
        }
        String id = row.text("id")
                .orElseGet(
                        () -> MadeId.of("score", trace.orElse(""), observation.orElse(""), session.orElse(""), name));
        Optional<Instant> updated = row.time("updated_at");
        Optional<Instant> created = row.time("created_at");
        Optional<Instant> given = row.time("timestamp");
        return List.of(Signal.of(source, id, scaled.isPresent() ? graded(row, name) : channel(row, type, name, value))
                .traceId(trace)
                .spanId(observation)
                .sessionId(session)
                .value(value)
                .text(text)
                .subject(row.text("author_user_id"))
                .eventAt(given.or(() -> created).or(() -> told).or(() -> updated))
                .versionAt(updated.or(() -> told))
                .build());
    }

    /** Of CATEGORICAL the number is only an index. */
    private static boolean isNumber(String type) {
        return !type.equals("TEXT") && !type.equals("CATEGORICAL");
    }

    private static Optional<Double> value(Row row, String name, String type, Optional<String> written) {
        if (type.equals("TEXT")) {
            return Optional.empty();
        }
        Optional<Double> number = row.number("value");
        if (type.equals("CATEGORICAL") || number.isEmpty()) {
            return written.map(TextNode::valueOf).flatMap(word -> Mark.sided(name, word));
        }
        return number.map(DoubleNode::valueOf).flatMap(share -> Mark.share(name, share));
    }

    private static SignalChannel channel(Row row, String type, String name, Optional<Double> value) {
        if (type.equals("CORRECTION")) {
            return SignalChannel.CORRECTION;
        }
        boolean sided = value.filter(number -> number == 0 || number == 1).isPresent();
        SignalChannel graded = graded(row, name);
        return graded == SignalChannel.RATING && (type.equals("BOOLEAN") || sided) ? SignalChannel.THUMB : graded;
    }

    /** The channel of a number that is more than good or bad. */
    private static SignalChannel graded(Row row, String name) {
        String origin = row.text("source").orElse("API").toUpperCase(Locale.ROOT);
        if (origin.equals("ANNOTATION")) {
            return SignalChannel.REVIEWER;
        }
        boolean ofUser = ScoreName.isOfUsers(name);
        return origin.equals("EVAL") || !ofUser ? SignalChannel.JUDGE : SignalChannel.RATING;
    }
}
