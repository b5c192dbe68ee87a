package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.object.RawRecord;

/**
 * What stands around a span in its document.
 *
 * @param resource what made it, as attributes
 * @param scope the instrumentation that made it, as written; missing where the document does not say
 */
record Surroundings(ObjectNode resource, JsonNode scope) {
    /** What stands around a record: the nearest resource and scope on the way to it. */
    static Surroundings of(RawRecord record) {
        JsonNode resource = record.body().path("resource");
        JsonNode scope = record.body().path("scope");
        JsonNode node = record.document();
        JsonPointer way = JsonPointer.compile(record.place());
        while (node.isContainerNode() && !way.matches()) {
            resource = node.path("resource").isObject() ? node.path("resource") : resource;
            scope = named(node, scope);
            node = way.mayMatchElement() && node.isArray()
                    ? node.path(way.getMatchingIndex())
                    : node.path(way.getMatchingProperty());
            way = way.tail();
        }
        return new Surroundings(AttributeValues.of(resource.path("attributes")), scope);
    }

    private static JsonNode named(JsonNode node, JsonNode otherwise) {
        JsonNode scope = node.path("scope");
        JsonNode library = node.path("instrumentationLibrary");
        if (scope.isObject()) {
            return scope;
        }
        return library.isObject() ? library : otherwise;
    }

    /** The instrumentation with its attributes as plain JSON; missing where it says nothing. */
    JsonNode plainScope() {
        if (!scope.isObject() || scope.isEmpty()) {
            return MissingNode.getInstance();
        }
        ObjectNode plain = scope.deepCopy();
        plain.remove("attributes");
        if (scope.path("attributes").size() > 0) {
            plain.set("attributes", AttributeValues.of(scope.path("attributes")));
        }
        return plain;
    }
}
