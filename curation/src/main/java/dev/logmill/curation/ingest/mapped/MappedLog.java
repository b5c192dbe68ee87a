package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.QuarantineReason;
import dev.logmill.curation.ingest.RawRecord;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Dialect {@code mapped}: reads any JSON record as its mapping says. */
public final class MappedLog implements Dialect {
    private final String written;
    private final String defaultProject;
    private transient @Nullable Mapping mapping;

    private MappedLog(String written, String defaultProject) {
        this.written = written;
        this.defaultProject = defaultProject;
    }

    /**
     * The dialect of a written mapping.
     *
     * @param path the mapping's place in the configuration, for messages
     * @param defaultProject the project of records that name none
     * @param problems takes every mistake; the dialect is of no use where there are any
     */
    public static MappedLog of(JsonNode written, String path, String defaultProject, List<String> problems) {
        new MappingReader(problems).read(written, path);
        return new MappedLog(written.isObject() ? Json.canonical(written) : "{}", defaultProject);
    }

    /** It travels as it was written: a mapping is full of things that may be absent, which Java does not serialise. */
    private Mapping mapping() {
        Mapping read = mapping;
        if (read == null) {
            try {
                read = new MappingReader(new ArrayList<>()).read(Json.parse(written), "mapping");
                mapping = read;
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException("The mapping was JSON when it was written", impossible);
            }
        }
        return read;
    }

    @Override
    public Reading.Read read(RawRecord raw) throws UnreadableRecord {
        List<Span> spans = new ArrayList<>();
        List<Signal> signals = new ArrayList<>();
        for (MappedRecord record : records(raw)) {
            String project = record.text(mapping().ids().project()).orElse(defaultProject);
            if (mapping().unit() == Mapping.Unit.FEEDBACK) {
                signals.addAll(new SignalRecords(mapping().signals(), project).read(record));
            } else {
                List<Span> read = mapping().unit() == Mapping.Unit.SPAN
                        ? List.of(new SpanRecords(mapping(), project).read(record))
                        : new Conversations(mapping(), project).read(record);
                spans.addAll(read);
                signals.addAll(new SignalRecords(mapping().signals(), project).read(record, read.get(0)));
            }
        }
        return new Reading.Read(spans, signals);
    }

    @Override
    public String disguised(String object, UnaryOperator<String> keyed) {
        Set<String> people = mapping().peopleOfThePath();
        return mapping().object().stream()
                .filter(template -> !template.in(object).isEmpty())
                .findFirst()
                .map(template -> template.replaced(object, people, keyed))
                .orElse(object);
    }

    private List<MappedRecord> records(RawRecord raw) throws UnreadableRecord {
        Map<String, String> names = mapping().object().stream()
                .map(template -> template.in(raw.object()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(Map.of());
        MappedRecord whole = new MappedRecord(raw, raw.body(), raw.body(), names);
        if (mapping().records().isEmpty()) {
            return List.of(whole);
        }
        Address at = mapping().records().get();
        JsonNode array =
                at.find(whole).orElseThrow(() -> new UnreadableRecord(QuarantineReason.MISSING_FIELD, at.written()));
        if (!array.isArray()) {
            throw new UnreadableRecord(
                    QuarantineReason.INVALID_FIELD,
                    "%s is no list but %s".formatted(at.written(), array.getNodeType()));
        }
        List<MappedRecord> records = new ArrayList<>();
        for (JsonNode element : array) {
            records.add(new MappedRecord(raw, element, raw.body(), names));
        }
        return records;
    }
}
