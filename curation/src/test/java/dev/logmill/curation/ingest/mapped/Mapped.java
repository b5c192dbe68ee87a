package dev.logmill.curation.ingest.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mappings and records for tests, written with single quotes. */
record Mapped(MappedLog log) {
    /** A mapping, without its outer braces. */
    static Mapped by(String mapping) {
        List<String> problems = new ArrayList<>();
        MappedLog log = MappedLog.of(json("{" + mapping + "}"), "mapping", "demo", problems);
        assertThat(problems).isEmpty();
        return new Mapped(log);
    }

    /** What is wrong with a mapping, without its outer braces. */
    static List<String> problems(String mapping) {
        List<String> problems = new ArrayList<>();
        MappedLog.of(json("{" + mapping + "}"), "mapping", "demo", problems);
        return problems;
    }

    static JsonNode json(String text) {
        try {
            return Json.parse(text.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    Reading.Read read(String record) throws UnreadableRecord {
        return read("a.jsonl", record);
    }

    Reading.Read read(String object, String record) throws UnreadableRecord {
        JsonNode body = json(record);
        String digest = Digest.sha256(record.getBytes(StandardCharsets.UTF_8));
        List<Span> spans = new ArrayList<>();
        List<Signal> signals = new ArrayList<>();
        for (RawRecord each : log.records(new RawRecord("app", object, 1, Optional.empty(), digest, body))) {
            Reading.Read read = log.read(each);
            spans.addAll(read.spans());
            signals.addAll(read.signals());
        }
        return new Reading.Read(spans, signals);
    }

    List<Span> spans(String record) throws UnreadableRecord {
        return read(record).spans();
    }

    Span span(String record) throws UnreadableRecord {
        List<Span> spans = spans(record);
        assertThat(spans).hasSize(1);
        return spans.get(0);
    }

    Signal signal(String record) throws UnreadableRecord {
        List<Signal> signals = read(record).signals();
        assertThat(signals).hasSize(1);
        return signals.get(0);
    }

    /** Why a record cannot be read. */
    String refusal(String record) {
        try {
            read(record);
        } catch (UnreadableRecord refused) {
            return refused.reason() + " " + refused.getMessage();
        }
        throw new AssertionError("it was read");
    }
}
