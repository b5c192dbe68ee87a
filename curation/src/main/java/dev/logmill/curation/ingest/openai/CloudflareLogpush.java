package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Map;

/**
 * An event of Cloudflare's AI Gateway as Logpush writes it, {@code {Endpoint, Gateway, Model, Provider, RequestBody, ResponseBody, StatusCode,
 * Timestamp}}. Its bodies come encrypted, {@code {type: encrypted, data}}, and only whoever has the key can decrypt them.
 *
 * @see <a href="https://developers.cloudflare.com/logs/logpush/logpush-job/datasets/account/ai_gateway_events/">AI Gateway Events</a>
 */
final class CloudflareLogpush {
    private static final List<String> BODIES = List.of("RequestBody", "ResponseBody");
    private static final Map<String, String> NAMES = Map.of(
            "RequestBody", "request",
            "ResponseBody", "response",
            "Model", "model",
            "Provider", "provider",
            "StatusCode", "status_code",
            "Timestamp", "timestamp",
            "Metadata", "metadata");

    private CloudflareLogpush() {}

    static boolean isOne(JsonNode body) {
        return BODIES.stream().anyMatch(body::has) && body.has("Gateway");
    }

    /** As a record with a request and a response. */
    static JsonNode asRecord(JsonNode event) throws UnreadableRecord {
        for (String body : BODIES) {
            if (Fields.word(event.path(body), "type").equals("encrypted")
                    && event.path(body).has("data")) {
                throw new UnreadableRecord(
                        QuarantineReason.INVALID_FIELD,
                        body
                                + ": encrypted for the key of the gateway, as Cloudflare's Logpush writes it; decrypt the log before it is read");
            }
        }
        ObjectNode record = Json.MAPPER.createObjectNode();
        event.properties()
                .forEach(field -> record.set(NAMES.getOrDefault(field.getKey(), field.getKey()), field.getValue()));
        JsonNode metrics = event.path("Metrics");
        if (metrics.path("durationMs").isNumber()) {
            record.set("duration_ms", metrics.path("durationMs"));
        }
        if (metrics.path("cost").isNumber()) {
            record.set("cost", metrics.path("cost"));
        }
        return record;
    }
}
