package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.util.ArrayList;
import java.util.List;

/** The records inside a document: the elements of the list that {@code records} names. */
record Elements(Address at, MappedRecord document) {
    List<RawRecord> records() throws UnreadableRecord {
        Address here = at.kind() == Address.Kind.FIRST ? firstThere() : at;
        JsonNode list = here.find(document)
                .orElseThrow(() -> new UnreadableRecord(QuarantineReason.MISSING_FIELD, at.written()));
        if (!list.isArray()) {
            throw new UnreadableRecord(
                    QuarantineReason.INVALID_FIELD, "%s is no list but %s".formatted(at.written(), list.getNodeType()));
        }
        // A record may be read from what stands around it, but the records beside it are none of its business.
        String around = Json.canonical(rest(document.body(), JsonPointer.compile(here.text())));
        List<RawRecord> records = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            String digest =
                    Digest.of("element", around, Json.canonical(list.get(i))).hex();
            records.add(document.raw().inside("%s/%d".formatted(here.text(), i), digest, list.get(i)));
        }
        return records;
    }

    private Address firstThere() {
        return at.parts().stream()
                .filter(part -> part.find(document).isPresent())
                .findFirst()
                .orElse(at);
    }

    private static JsonNode rest(JsonNode node, JsonPointer list) {
        if (list.matches() || !node.isObject()) {
            return NullNode.getInstance();
        }
        ObjectNode rest = Json.MAPPER.createObjectNode();
        rest.setAll((ObjectNode) node);
        String step = list.getMatchingProperty();
        rest.set(step, rest(node.path(step), list.tail()));
        return rest;
    }
}
