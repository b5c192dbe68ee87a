package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.ingest.object.ShippedTime;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A record as whoever shipped it wrapped it: Docker and Fluent Bit in {@code {log: "{...}", stream, time}}, Google's Cloud Logging in {@code {insertId,
 * jsonPayload: {...}}}, Logstash in {@code {@timestamp, message: "{...}"}}, Elasticsearch in {@code {_index, _source: {...}}}.
 */
final class ShippedRecord {
    private static final List<String> TIMES = List.of("time", "timestamp", "@timestamp");

    /** Who wraps a record so. */
    private enum Wrap {
        DOCKER("log", List.of("stream", "time", "kubernetes", "container_id", "container_name")),
        CLOUD_LOGGING("jsonPayload", List.of("insertId", "logName", "timestamp")),
        CLOUD_LOGGING_TEXT("textPayload", List.of("insertId", "logName")),
        LOGSTASH("message", List.of("@timestamp", "@version")),
        ELASTICSEARCH("_source", List.of("_index", "_id"));

        private final String field;
        private final List<String> beside;

        Wrap(String field, List<String> beside) {
            this.field = field;
            this.beside = beside;
        }

        /** What is wrapped so; missing where the record is no such wrap. */
        JsonNode inside(JsonNode record) {
            JsonNode inside = JsonInText.decoded(record.path(field));
            boolean wraps = inside.isObject() && beside.stream().anyMatch(record::has);
            return wraps ? inside : Json.MAPPER.missingNode();
        }
    }

    private ShippedRecord() {}

    /** The record inside; nothing where nobody wrapped it, as what is a call itself may have fields of those names. */
    static Optional<List<RawRecord>> in(RawRecord document) {
        JsonNode body = document.body();
        boolean isCall = Stream.of(Envelope.REQUESTS, Envelope.RESPONSES, List.of("messages", "input"))
                .flatMap(List::stream)
                .anyMatch(body::has);
        if (isCall) {
            return Optional.empty();
        }
        return Stream.of(Wrap.values())
                .filter(wrap -> wrap.inside(body).isObject())
                .findFirst()
                .map(wrap -> List.of(inside(document, wrap)));
    }

    private static RawRecord inside(RawRecord document, Wrap wrap) {
        JsonNode body = document.body();
        Optional<String> time = TIMES.stream()
                .flatMap(name -> Fields.filled(body, name).stream())
                .findFirst();
        JsonNode record = ShippedTime.in(wrap.inside(body), time);
        String digest = Digest.of("shipped", Json.canonical(record)).hex();
        return document.inside("/" + wrap.field, digest, record);
    }
}
