package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.privacy.detect.Finding;
import dev.logmill.curation.trace.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a span's placeholders would be called if their scope were its trace. Feedback in a record of its own knows the trace and
 * not the session, so that it calls the same people otherwise; by these it is understood, see {@link Aliases}.
 */
final class NotedAliases {
    private final String traceId;
    private final Pseudonyms pseudonyms;
    private final Map<Named, Named> toldOf = new LinkedHashMap<>();

    /** What a placeholder may be keyed by. */
    record Named(String type, String value) {}

    /** That a placeholder is keyed by another value than that which was found, or by itself. */
    record Alias(Named found, Named told) {}

    private NotedAliases(String traceId, Pseudonyms pseudonyms) {
        this.traceId = traceId;
        this.pseudonyms = pseudonyms;
    }

    /** Those of a span as logged; none where its scope is the trace itself. */
    static Optional<NotedAliases> of(Span span, Pseudonyms pseudonyms) {
        return span.sessionId()
                .filter(session -> !session.equals(span.traceId()))
                .map(session -> new NotedAliases(span.traceId(), pseudonyms));
    }

    /** Takes note that a finding's placeholder is that of another one, or of itself; what is noted later counts. */
    void add(Finding finding, Finding told) {
        toldOf.put(new Named(finding.type(), finding.value()), new Named(told.type(), told.value()));
    }

    void addAll(List<Alias> others) {
        others.forEach(other -> toldOf.put(other.found(), other.told()));
    }

    List<Alias> all() {
        return toldOf.entrySet().stream()
                .map(each -> new Alias(each.getKey(), each.getValue()))
                .toList();
    }

    /** Nothing noted yet, of the same trace. */
    NotedAliases fresh() {
        return new NotedAliases(traceId, pseudonyms);
    }

    /** A span with what was noted among its attributes. */
    static Span in(Span span, Optional<NotedAliases> noted, String scope) {
        String attributes = in(span.attributes(), noted, scope);
        return attributes.equals(span.attributes())
                ? span
                : span.toBuilder().attributes(attributes).build();
    }

    /** A span's attributes with what was noted, and without what a log may say under that key. */
    private static String in(String attributes, Optional<NotedAliases> noted, String scope) {
        Map<Named, Named> toldOf = noted.map(some -> some.toldOf).orElse(Map.of());
        if (toldOf.isEmpty() && !attributes.contains(Aliases.KEY)) {
            return attributes;
        }
        Optional<JsonNode> json = Json.container(attributes);
        if (json.isEmpty() || !(json.get() instanceof ObjectNode object)) {
            return attributes;
        }
        object.remove(Aliases.KEY);
        if (!toldOf.isEmpty()) {
            object.set(Aliases.KEY, noted.orElseThrow().json(scope));
        }
        return Json.canonical(object);
    }

    private ObjectNode json(String scope) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        toldOf.forEach((named, told) -> json.put(
                Placeholder.name(named.type(), pseudonyms.mark(traceId, named.type(), named.value())),
                Placeholder.name(told.type(), pseudonyms.mark(scope, told.type(), told.value()))));
        return json;
    }
}
