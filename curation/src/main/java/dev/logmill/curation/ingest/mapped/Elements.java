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

/**
 * The records inside a document: the elements of the list that {@code records} names; the document itself,
 * where that is what it names; where it names several places, also the one object that lies there.
 */
record Elements(Address at, MappedRecord document) {
    List<RawRecord> records() throws UnreadableRecord {
        Address here = at.kind() == Address.Kind.FIRST ? firstThere() : at;
        JsonNode list = here.find(document)
                .orElseThrow(() -> new UnreadableRecord(QuarantineReason.MISSING_FIELD, at.written()));
        boolean mayBeOne = here.text().isEmpty() || at.kind() == Address.Kind.FIRST;
        if (list.isObject() && mayBeOne) {
            return List.of(here.text().isEmpty() ? document.raw() : inside(here.text(), list, around(here)));
        }
        if (!list.isArray()) {
            throw new UnreadableRecord(
                    QuarantineReason.INVALID_FIELD, "%s is no list but %s".formatted(at.written(), list.getNodeType()));
        }
        String around = around(here);
        List<RawRecord> records = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            records.add(inside("%s/%d".formatted(here.text(), i), list.get(i), around));
        }
        return records;
    }

    /** A record may be read from what stands around it, but the records beside it are none of its business. */
    private String around(Address here) {
        return Json.canonical(rest(document.body(), JsonPointer.compile(here.text())));
    }

    private RawRecord inside(String place, JsonNode element, String around) {
        String digest = Digest.of("element", around, Json.canonical(element)).hex();
        return document.raw().inside(place, digest, element);
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
