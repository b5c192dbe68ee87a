package dev.logmill.curation.ingest.braintrust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.ScoreName;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.UnknownScale;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.MadeId;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalBuilder;
import dev.logmill.curation.trace.SignalChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The feedback that stands in a row: {@code scores}, each from 0 to 1, or on its {@linkplain ScoreScales scale}; {@code expected}, which is the correction of an answer;
 * and comments. A row does not say when its scores were given; scored anew, the row is another version.
 */
final class RowFeedback {
    /** Given by a person in Braintrust itself. */
    private static final String REVIEWED = "app";

    private RowFeedback() {}

    /** A row of one score alone, by the field beside it that names the score. */
    static final String SCORE = "logmill.score";

    private static final List<String> IDS =
            List.of("id", "root_span_id", "span_id", "_audit_source", "_audit_metadata");

    /** The scores of a row that only a scale tells the meaning of, each in a row of its own. */
    static Map<String, ObjectNode> apart(JsonNode row, ScoreScales scales) {
        Map<String, ObjectNode> apart = new TreeMap<>();
        boolean named = !Fields.word(row, "id").isEmpty();
        JsonNode scores = JsonInText.decoded(row.path("scores"));
        for (Map.Entry<String, JsonNode> score : named ? scores.properties() : Set.<Map.Entry<String, JsonNode>>of()) {
            if (needsScale(score, scales)) {
                ObjectNode alone = Json.MAPPER.createObjectNode();
                IDS.stream().filter(row::has).forEach(id -> alone.set(id, row.path(id)));
                alone.putObject("scores").set(score.getKey(), score.getValue());
                apart.put(score.getKey(), alone.put(SCORE, score.getKey()));
            }
        }
        return apart;
    }

    private static boolean needsScale(Map.Entry<String, JsonNode> score, ScoreScales scales) {
        return score.getValue().isNumber() && (scales.has(score.getKey()) || !isScore(score.getValue()));
    }

    /** The signal of such a row. */
    static Signal alone(String source, JsonNode row, ScoreScales scales) throws UnreadableRecord {
        String name = Fields.word(row, SCORE);
        JsonNode number = row.path("scores").path(name);
        double share = scales.share(name, Optional.of(number.doubleValue())).orElseThrow(() -> UnknownScale.of(name));
        return placed(score(source, row, name, false).value(Optional.of(share)), row);
    }

    /** The signals of a row, but for the scores that stand {@linkplain #apart apart}. */
    static List<Signal> of(String source, JsonNode row, ScoreScales scales) throws UnreadableRecord {
        List<SignalBuilder> said = new ArrayList<>();
        String id = Fields.word(row, "id");
        if (id.isEmpty()) {
            return List.of();
        }
        for (Map.Entry<String, JsonNode> score :
                JsonInText.decoded(row.path("scores")).properties()) {
            JsonNode value = score.getValue();
            if (isScore(value) && !needsScale(score, scales)) {
                said.add(score(source, row, score.getKey(), isSided(value.doubleValue()))
                        .value(Optional.of(ScoreName.good(score.getKey(), value.doubleValue()))));
            }
        }
        correction(JsonInText.decoded(row.path("expected")))
                .ifPresent(text -> said.add(Signal.of(source, MadeId.of("expected", id), SignalChannel.CORRECTION)
                        .text(Optional.of(text))));
        for (JsonNode comment : JsonInText.decoded(row.path("comments"))) {
            comment(source, id, comment).ifPresent(said::add);
        }
        comment(source, id, JsonInText.decoded(row.path("comment"))).ifPresent(said::add);
        return said.stream().map(signal -> placed(signal, row)).toList();
    }

    private static Optional<SignalBuilder> comment(String source, String id, JsonNode comment) {
        JsonNode inner = comment.path("comment").isObject() ? comment.path("comment") : comment;
        Optional<String> said = inner.isTextual()
                ? Optional.of(inner.textValue()).filter(text -> !text.isBlank())
                : Fields.filled(inner, "text");
        return said.map(text -> Signal.of(
                        source,
                        Fields.filled(comment, "id").orElseGet(() -> MadeId.of("comment", id, text)),
                        SignalChannel.REVIEWER)
                .text(said)
                .eventAt(Timestamps.iso(comment.path("created")).filter(Timestamps::isPlausible)));
    }

    /** Who gave feedback, where an application says so beside it. */
    static Optional<String> person(JsonNode row) {
        return LoggedRow.first(JsonInText.decoded(row.path("_audit_metadata")), LoggedRow.USERS);
    }

    private static SignalBuilder score(String source, JsonNode row, String name, boolean sided) {
        return Signal.of(source, MadeId.of("score", Fields.word(row, "id"), name), channel(row, name, sided));
    }

    private static Signal placed(SignalBuilder said, JsonNode row) {
        Optional<String> span = Fields.filled(row, "span_id");
        return said.traceId(Fields.filled(row, "root_span_id").filter(trace -> span.isPresent()))
                .spanId(span.or(() -> Fields.filled(row, "id")))
                .subject(person(row))
                .build();
    }

    /** Whether a value is on Braintrust's scale, 0 to 1. */
    static boolean isScore(JsonNode value) {
        return value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= 1;
    }

    private static boolean isSided(double value) {
        return value == 0 || value == 1;
    }

    private static SignalChannel channel(JsonNode row, String name, boolean sided) {
        if (ScoreName.isOfUsers(name)) {
            return sided ? SignalChannel.THUMB : SignalChannel.RATING;
        }
        return Fields.word(row, "_audit_source").equals(REVIEWED) ? SignalChannel.REVIEWER : SignalChannel.JUDGE;
    }

    /** The text of what was expected: its last message's, where it holds messages. */
    private static Optional<String> correction(JsonNode expected) throws UnreadableRecord {
        List<Message> messages = new AnyMessages(new Fields()).output(expected, "expected");
        return messages.isEmpty()
                ? Optional.empty()
                : messages.get(messages.size() - 1).content().filter(text -> !text.isBlank());
    }
}
