package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.ScoreName;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.Mark;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.MadeId;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scores of a call by their names, as Helicone keeps them: {@code {helpfulness: 0.9, safe-boolean: 1}}, each a number from 0 to 1, a flag, or
 * {@code {value, valueType}}. A number beyond has no known end: it is no signal and stays where it was logged.
 */
final class NamedScores {
    private static final String FLAG = "-boolean";

    private final List<Signal> signals = new ArrayList<>();
    private final ObjectNode rest = Json.MAPPER.createObjectNode();

    private NamedScores(String source, JsonNode scores, RecordFeedback.Target target, Optional<Instant> at) {
        for (Map.Entry<String, JsonNode> score : scores.properties()) {
            Optional<Double> value = value(score.getKey(), score.getValue());
            if (value.isPresent()) {
                signals.add(signal(source, score.getKey(), value.get(), target, at));
            } else if (!Fields.isEmpty(score.getValue())) {
                rest.set(score.getKey(), score.getValue());
            }
        }
    }

    /** Those in a record; what makes no signal goes among the fields that have no place. */
    static List<Signal> of(
            String source, Scopes scopes, Fields fields, RecordFeedback.Target target, Optional<Instant> at) {
        JsonNode logged = scopes.find(Key.SCORES).map(Scopes.Found::value).orElseGet(Json.MAPPER::missingNode);
        NamedScores scores = new NamedScores(source, logged, target, at);
        JsonNode rest = logged.isObject() ? scores.rest : logged;
        if (!Fields.isEmpty(rest)) {
            fields.keep("scores", rest);
        }
        return scores.signals;
    }

    private static Optional<Double> value(String name, JsonNode logged) {
        JsonNode told = logged.isObject() ? logged.path("value") : logged;
        boolean flag = name.endsWith(FLAG) || Fields.word(logged, "valueType").equals("boolean");
        return flag ? Mark.sided(name, told) : Mark.share(name, told);
    }

    private static Signal signal(
            String source, String name, double value, RecordFeedback.Target target, Optional<Instant> at) {
        boolean ofUser = ScoreName.isOfUsers(name);
        boolean sided = value == 0 || value == 1;
        SignalChannel channel = !ofUser ? SignalChannel.JUDGE : sided ? SignalChannel.THUMB : SignalChannel.RATING;
        String id =
                MadeId.of("score", target.traceId().orElse(""), target.spanId().orElse(""), name);
        return Signal.of(source, id, channel)
                .project(target.project())
                .traceId(target.traceId())
                .spanId(target.spanId())
                .sessionId(target.sessionId())
                .value(Optional.of(value))
                .eventAt(at)
                .build();
    }
}
