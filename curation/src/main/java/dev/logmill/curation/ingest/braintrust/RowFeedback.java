package dev.logmill.curation.ingest.braintrust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.Timestamps;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The feedback that stands in a row: {@code scores}, each from 0 to 1, or on its {@linkplain ScoreScales scale}; {@code expected}, which is the correction of an answer;
 * and comments. A row does not say when its scores were given; scored anew, the row is another version.
 */
final class RowFeedback {
    private static final Pattern OF_USERS = Pattern.compile(".*(thumb|like|user|feedback|csat|rating).*");
    /** Given by a person in Braintrust itself. */
    private static final String REVIEWED = "app";

    private RowFeedback() {}

    /** A row whose scores are from 0 to 1, where a scale tells how. */
    static JsonNode scaled(JsonNode row, ScoreScales scales) throws UnreadableRecord {
        JsonNode scores = JsonInText.decoded(row.path("scores"));
        ObjectNode shares = Json.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> score : scores.properties()) {
            Optional<Double> number =
                    Optional.of(score.getValue()).filter(JsonNode::isNumber).map(JsonNode::doubleValue);
            scales.share(score.getKey(), number).ifPresent(share -> shares.put(score.getKey(), share));
        }
        if (shares.isEmpty()) {
            return row;
        }
        ObjectNode all = Json.MAPPER.createObjectNode();
        scores.properties().forEach(score -> all.set(score.getKey(), score.getValue()));
        ObjectNode scaled = Json.MAPPER.createObjectNode();
        row.properties().forEach(field -> scaled.set(field.getKey(), field.getValue()));
        return scaled.set("scores", all.setAll(shares));
    }

    /** @param scales tell which scores are more than good or bad */
    static List<Signal> of(String source, JsonNode row, ScoreScales scales) throws UnreadableRecord {
        List<SignalBuilder> said = new ArrayList<>();
        String id = Fields.word(row, "id");
        if (id.isEmpty()) {
            return List.of();
        }
        for (Map.Entry<String, JsonNode> score :
                JsonInText.decoded(row.path("scores")).properties()) {
            if (isScore(score.getValue())) {
                double value = score.getValue().doubleValue();
                said.add(Signal.of(
                                source,
                                MadeId.of("score", id, score.getKey()),
                                channel(row, score.getKey(), isSided(value) && !scales.has(score.getKey())))
                        .value(Optional.of(value)));
            }
        }
        correction(JsonInText.decoded(row.path("expected")))
                .ifPresent(text -> said.add(Signal.of(source, MadeId.of("expected", id), SignalChannel.CORRECTION)
                        .text(Optional.of(text))));
        for (JsonNode comment : JsonInText.decoded(row.path("comments"))) {
            JsonNode inner = comment.path("comment").isObject() ? comment.path("comment") : comment;
            Fields.filled(inner, "text")
                    .ifPresent(text -> said.add(Signal.of(
                                    source,
                                    Fields.filled(comment, "id").orElseGet(() -> MadeId.of("comment", id, text)),
                                    SignalChannel.REVIEWER)
                            .text(Optional.of(text))
                            .eventAt(Timestamps.iso(comment.path("created")).filter(Timestamps::isPlausible))));
        }
        return said.stream()
                .map(signal -> signal.traceId(Fields.filled(row, "root_span_id"))
                        .spanId(Fields.filled(row, "span_id"))
                        .build())
                .toList();
    }

    /** Whether a value is on Braintrust's scale, 0 to 1. */
    static boolean isScore(JsonNode value) {
        return value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= 1;
    }

    private static boolean isSided(double value) {
        return value == 0 || value == 1;
    }

    private static SignalChannel channel(JsonNode row, String name, boolean sided) {
        if (OF_USERS.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
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
