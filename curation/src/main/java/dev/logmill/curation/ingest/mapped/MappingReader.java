package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.mapped.Mapping.Ids;
import dev.logmill.curation.ingest.mapped.Mapping.Kinds;
import dev.logmill.curation.ingest.mapped.Mapping.ToolFields;
import dev.logmill.curation.ingest.mapped.Mapping.Unit;
import dev.logmill.curation.ingest.mapped.Mapping.Who;
import dev.logmill.curation.trace.SpanKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Reads a mapping as it is written in the configuration; every mistake is told with its key and what is accepted. */
final class MappingReader {
    private final List<String> problems;

    MappingReader(List<String> problems) {
        this.problems = problems;
    }

    /** The mappings of key {@code cases}, and behind them the mapping itself: each record is read by the first that takes it. */
    List<Mapping> readAll(JsonNode written, String path) {
        List<Mapping> all = new ArrayList<>();
        JsonNode cases = written.path("cases");
        if (!cases.isMissingNode() && !cases.isArray()) {
            problems.add("%s.cases must be a list of mappings, was %s".formatted(path, cases));
        }
        for (int i = 0; i < cases.size() && cases.isArray(); i++) {
            String place = "%s.cases[%d]".formatted(path, i);
            if (!cases.get(i).path("when").isObject()) {
                problems.add("%s lacks when: which records are of this case".formatted(place));
            }
            all.add(read(inherited(cases.get(i), written), place));
        }
        all.add(read(without(written, "cases"), path));
        return List.copyOf(all);
    }

    private static JsonNode without(JsonNode written, String key) {
        return written.has(key) ? ((ObjectNode) written.deepCopy()).without(key) : written;
    }

    /** A case says only what differs: all that it does not name is as in the mapping that it is a case of. */
    private static JsonNode inherited(JsonNode one, JsonNode of) {
        if (!one.isObject()) {
            return one;
        }
        ObjectNode whole = of.deepCopy();
        whole.remove(List.of("cases", "when"));
        one.properties().forEach(key -> whole.set(key.getKey(), key.getValue()));
        return whole;
    }

    private Mapping read(JsonNode written, String path) {
        List<PathNames> object = object(written.path("object"), path);
        Set<String> pathNames = new TreeSet<>();
        object.forEach(template -> pathNames.addAll(template.names()));
        MappingKeys keys = new MappingKeys(written, path, pathNames, problems);
        Unit unit = keys.choice("unit", Unit.class, Unit.SPAN);
        MappingKeys message = keys.nested("message");
        Mapping mapping = new Mapping(
                unit,
                When.read(keys),
                queries(keys),
                keys.address("records"),
                keys.has("object") ? object : List.of(),
                new Ids(keys.address("project"), keys.address("trace"), keys.address("span"), keys.address("parent")),
                new Who(
                        keys.address("agent"),
                        keys.address("agent-version"),
                        keys.address("session"),
                        keys.address("user"),
                        keys.address("group")),
                keys.time("started"),
                keys.time("ended"),
                keys.duration("took"),
                keys.time("updated"),
                kinds(keys),
                keys.address("name"),
                keys.address("messages"),
                TalkFieldsReader.message(message, keys.has("message")),
                keys.address("system"),
                keys.address("input"),
                keys.address("output"),
                TalkFieldsReader.offers(keys),
                ModelFields.read(keys),
                FinishFields.read(keys),
                tool(keys.nested("tool")),
                UsageFields.read(keys.nested("usage")),
                keys.address("cost"),
                keys.address("error-type"),
                keys.address("error"),
                keys.address("outcome"),
                SignalFieldsReader.read(keys, unit),
                keys.flag("keep-unmapped", true),
                attributes(keys),
                MappedFields.of(written));
        keys.refuseUnknown();
        message.require(
                unit != Unit.SPAN
                        || !(message.has("time")
                                || message.has("error")
                                || message.has("usage")
                                || message.has("finish")),
                "has time, error, usage or finish, which only unit conversation takes; a span has its own");
        refuseOtherUnits(keys, unit);
        keys.require(
                mapping.who().user().filter(mapping.ids()::read).isEmpty(),
                "makes trace, span or parent of what is at user: these ids are kept as they are, a person's must not be");
        return mapping;
    }

    /** A key of another unit would be read by nobody; a unit without what it is made of would read nothing. */
    private static void refuseOtherUnits(MappingKeys keys, Unit unit) {
        boolean spoken = keys.has("messages");
        keys.require(
                unit != Unit.CONVERSATION || spoken,
                "lacks messages: with unit conversation it must say where the messages lie");
        keys.require(
                unit == Unit.CONVERSATION || !spoken,
                "has messages, which only unit conversation takes; a span has input and output");
        keys.require(
                unit != Unit.FEEDBACK || !keys.has("message"),
                "has message, which unit feedback does not take: it has no messages");
        keys.require(
                unit != Unit.CONVERSATION
                        || !(keys.has("input") || keys.has("output") || keys.has("tool") || keys.has("finish")),
                "has input, output, tool or finish, which only unit span takes; a conversation has messages");
        keys.require(
                unit != Unit.FEEDBACK || !keys.list("signals").isEmpty(),
                "lacks signals: with unit feedback it must say what feedback a record holds");
    }

    /** Pointers to objects inside the record whose small fields are kept as the record's own are. */
    private static List<String> attributes(MappingKeys keys) {
        List<String> pointers = keys.texts("attributes");
        boolean sound = pointers.stream().allMatch(pointer -> pointer.startsWith("/"));
        keys.require(sound, "has attributes that are no pointers into the record, such as /metadata");
        return sound ? pointers : List.of();
    }

    /** Where the objects are SQLite databases: which rows are the records. */
    private static List<String> queries(MappingKeys keys) {
        List<String> queries = keys.texts("query");
        for (String query : queries) {
            String begins = query.stripLeading().toLowerCase(Locale.ROOT);
            keys.require(begins.startsWith("select") || begins.startsWith("with"), "has a query that is no SELECT");
        }
        return queries;
    }

    private List<PathNames> object(JsonNode written, String path) {
        List<PathNames> templates = new ArrayList<>();
        for (JsonNode template : written.isArray() || written.isMissingNode() ? written : List.of(written)) {
            if (template.isTextual() && PathNames.isWellFormed(template.textValue())) {
                templates.add(PathNames.of(template.textValue()));
            } else {
                problems.add("%s.object must be a path with at most one {name} in each segment, was %s"
                        .formatted(path, template));
            }
        }
        return List.copyOf(templates);
    }

    private static Kinds kinds(MappingKeys keys) {
        return new Kinds(
                keys.address("kind"),
                keys.choices("kinds", SpanKind.class),
                keys.choice("otherwise-kind", SpanKind.class, SpanKind.LLM));
    }

    private static ToolFields tool(MappingKeys keys) {
        ToolFields tool = new ToolFields(
                keys.address("name"), keys.address("call-id"), keys.address("arguments"), keys.address("result"));
        keys.refuseUnknown();
        return tool;
    }
}
