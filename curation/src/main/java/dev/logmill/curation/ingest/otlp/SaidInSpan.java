package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;

/** A piece of feedback in a span. */
record SaidInSpan(JsonNode said, AnnotationTarget target) {
    /** Whether only a scale tells what its score means, or nothing does what its label means that stands alone. */
    boolean needsScale(ScoreScales scales) {
        String name = Fields.word(said, "name");
        boolean unknown =
                Appraised.value(name, said.path("score"), said.path("label")).isEmpty();
        boolean number = FieldValues.number(said.path("score")).isPresent();
        return (number && (scales.has(name) || unknown)) || (!number && unknown && isWordAlone(said));
    }

    /** Whether a label is all that is said. */
    static boolean isWordAlone(JsonNode said) {
        return Fields.filled(said, "label").isPresent()
                && Fields.filled(said, "explanation").isEmpty();
    }

    /** The same as Phoenix lists it apart from its span, with the time that it has from there. */
    ObjectNode alone() {
        ObjectNode alone = Json.MAPPER.createObjectNode();
        said.properties().forEach(field -> alone.set(field.getKey(), field.getValue()));
        if (Fields.filled(said, Annotations.KIND).isEmpty()) {
            alone.put(Annotations.KIND, "CODE");
        }
        if (Annotations.GIVEN.stream().noneMatch(said::has)) {
            target.at().ifPresent(at -> alone.put(Annotations.GIVEN.get(0), at.toString()));
        }
        target.traceId().ifPresent(id -> alone.put("trace_id", id));
        target.spanId().ifPresent(id -> alone.put("span_id", id));
        target.sessionId().ifPresent(id -> alone.put("session_id", id));
        return alone;
    }
}
