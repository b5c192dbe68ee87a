package dev.logmill.curation.ingest.braintrust;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** A row that somebody copied out of Braintrust: what it says, without its ids. */
final class BareRow {
    private static final Set<String> COPIED = Set.of(
            "input",
            "output",
            "expected",
            "error",
            "metadata",
            "metrics",
            "scores",
            "tags",
            "span_attributes",
            "model",
            "name",
            "created",
            "context",
            "origin");

    private BareRow() {}

    /**
     * Whether a value is what a row says, without its ids and with nothing that a row does not have; a request to a model has an
     * input too, but names the model beside it.
     */
    static boolean is(JsonNode body) {
        boolean says = body.has("output") || (body.has("input") && !body.has("model"));
        return says && body.properties().stream().allMatch(field -> COPIED.contains(field.getKey()));
    }
}
