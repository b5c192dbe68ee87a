package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has no place in a span: everything that nobody read, by its own name, and what every dialect has another name for, by
 * one: {@code prompt_name}, {@code prompt_version}, {@code tags}, {@code environment}, {@code release}.
 */
final class Leftovers {
    private static final Map<Field, String> NAMES = Map.of(
            Field.PROMPT_NAME, "prompt_name",
            Field.PROMPT_VERSION, "prompt_version",
            Field.TAGS, "tags",
            Field.ENVIRONMENT, "environment",
            Field.RELEASE, "release");
    private static final Set<Field> OF_RESOURCE = Set.of(Field.ENVIRONMENT, Field.RELEASE);

    private Leftovers() {}

    /** Canonical JSON; asked for once all else was read. */
    static String of(Carried span, FieldValues values, Fields fields) {
        NAMES.forEach((field, name) -> values.value(field)
                .map(JsonInText::decoded)
                .or(() -> OF_RESOURCE.contains(field) ? ofResource(span, field) : Optional.empty())
                .ifPresent(value -> fields.keep(name, value)));
        Set<String> read = span.body().has("name") ? Carried.KNOWN : Carried.KNOWN_WITHOUT_NAME;
        fields.keepRest("", span.body(), read);
        // JSON in text is undone, so that privacy sees the keys in it.
        span.attributes()
                .unread()
                .forEach((name, value) -> fields.keepRest(
                        "", Json.MAPPER.createObjectNode().set(name, JsonInText.decoded(value)), Set.of()));
        fields.keep("resource", span.around().resource());
        fields.keep("scope", span.around().plainScope());
        events(span).ifPresent(events -> fields.keep("events", events));
        links(span).ifPresent(links -> fields.keep("links", links));
        return fields.attributes();
    }

    private static Optional<JsonNode> ofResource(Carried span, Field field) {
        Optional<String> told = field == Field.RELEASE
                ? span.ofResource("service.version")
                : span.ofResource("deployment.environment.name").or(() -> span.ofResource("deployment.environment"));
        return told.map(AttributeValues::text);
    }

    private static Optional<JsonNode> events(Carried span) {
        ArrayNode kept = Json.MAPPER.createArrayNode();
        for (CarriedEvent event : span.events()) {
            boolean told =
                    EventMessage.of(event.name()).isPresent() || event.name().equals(OtelGenAi.DETAILS);
            if (!told || !event.attributes().unread().isEmpty()) {
                kept.add(event.kept());
            }
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
    }

    private static Optional<JsonNode> links(Carried span) {
        ArrayNode kept = Json.MAPPER.createArrayNode();
        span.links().forEach(link -> kept.add(link.kept()));
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
    }
}
