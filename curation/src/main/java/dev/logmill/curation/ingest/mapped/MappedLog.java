package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.Forms;
import dev.logmill.curation.ingest.object.ObjectForm;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.ingest.object.SqliteForm;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Dialect {@code mapped}: reads any JSON record, row of a table or row that a query finds as its mapping says. */
public final class MappedLog implements Dialect {
    private final String written;
    private final String defaultProject;
    private transient @Nullable List<Mapping> mappings;

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
        new MappingReader(problems).readAll(written, path);
        return new MappedLog(written.isObject() ? Json.canonical(written) : "{}", defaultProject);
    }

    /** It travels as it was written: a mapping is full of things that may be absent, which Java does not serialise. */
    private List<Mapping> mappings() {
        List<Mapping> read = mappings;
        if (read == null) {
            try {
                read = new MappingReader(new ArrayList<>()).readAll(Json.parse(written), "mapping");
                mappings = read;
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException("The mapping was JSON when it was written", impossible);
            }
        }
        return read;
    }

    /** What says where records lie; its cases have it from there. */
    private Mapping mapping() {
        return mappings().get(mappings().size() - 1);
    }

    private Mapping mapping(MappedRecord record) throws UnreadableRecord {
        for (Mapping mapping : mappings()) {
            if (mapping.when().takes(record)) {
                return mapping;
            }
        }
        int cases = mappings().size() - 1;
        throw new UnreadableRecord(
                QuarantineReason.UNKNOWN_SHAPE,
                "not what when asks for: %s%s"
                        .formatted(
                                mapping().when().written(),
                                cases > 0 ? "; nor one of its %d cases".formatted(cases) : ""));
    }

    @Override
    public String settings() {
        return written;
    }

    @Override
    public ObjectForm form(String name) {
        List<String> queries = mapping().queries();
        return queries.isEmpty() || Forms.isNamed(name) ? Forms.named(name, element -> false) : new SqliteForm(queries);
    }

    @Override
    public String disguised(String object, UnaryOperator<String> keyed) {
        Set<String> people = mappings().stream()
                .flatMap(mapping -> mapping.peopleOfThePath().stream())
                .collect(Collectors.toSet());
        return mapping().object().stream()
                .filter(template -> !template.in(object).isEmpty())
                .findFirst()
                .map(template -> template.replaced(object, people, keyed))
                .orElse(object);
    }

    @Override
    public List<RawRecord> records(RawRecord document) throws UnreadableRecord {
        Optional<Address> at = mapping().records();
        return at.isEmpty() ? List.of(document) : new Elements(at.get(), seen(document)).records();
    }

    @Override
    public Reading.Read read(RawRecord raw) throws UnreadableRecord {
        MappedRecord record = seen(raw);
        Mapping mapping = mapping(record);
        String project = record.text(mapping.ids().project()).orElse(defaultProject);
        SignalRecords signals = new SignalRecords(mapping.signals(), mapping.updated(), project);
        if (mapping.unit() == Mapping.Unit.FEEDBACK) {
            return new Reading.Read(List.of(), signals.read(record));
        }
        List<Span> spans = mapping.unit() == Mapping.Unit.SPAN
                ? List.of(new SpanRecords(mapping, project).read(record))
                : new Conversations(mapping, project).read(record);
        return new Reading.Read(spans, signals.read(record, spans.get(0)));
    }

    private MappedRecord seen(RawRecord raw) {
        Map<String, String> names = mapping().object().stream()
                .map(template -> template.in(raw.object()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(Map.of());
        return new MappedRecord(raw, raw.body(), raw.document(), names);
    }
}
