package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row of LiteLLM's table of what was spent, {@code {request_id, call_type, messages: "{}", response, proxy_server_request}}. Its
 * {@code messages} are empty for every call but one in real time: what was asked stands in {@code proxy_server_request}, as the
 * body that the proxy was sent, bare or as {@code {url, method, body}}. A proxy that stores no prompts leaves all three empty.
 *
 * @see <a href="https://docs.litellm.ai/docs/proxy/ui_logs">Spend logs</a>
 */
final class SpentRow {
    private static final String MESSAGES = "messages";
    private static final String RESPONSE = "response";
    private static final String SENT = "proxy_server_request";

    /** Where a request stands in any other record. */
    private static final List<String> OTHERWISE = Stream.concat(
                    Envelope.REQUESTS.stream(), Stream.of("input", "inputs", "prompt", "contents"))
            .toList();

    private SpentRow() {}

    static boolean isOne(JsonNode record) {
        boolean logged = record.has(SENT) || (record.has(MESSAGES) && record.has("call_type"));
        return logged
                && saysNothing(record.path(MESSAGES))
                && OTHERWISE.stream().allMatch(name -> Fields.isEmpty(record.path(name)));
    }

    /** As the record of the call that it tells of: its request is what was sent; one that was not stored has no messages. */
    static JsonNode asRecord(JsonNode row) {
        ObjectNode record = row.deepCopy();
        record.remove(MESSAGES);
        JsonNode sent = JsonInText.decoded(row.path(SENT));
        if (sent.isObject() && !sent.isEmpty()) {
            record.remove(SENT);
            record.set("request", sent);
        } else {
            record.putObject("request").putArray(MESSAGES);
        }
        if (saysNothing(row.path(RESPONSE))) {
            record.remove(RESPONSE);
        }
        return record;
    }

    private static boolean saysNothing(JsonNode column) {
        return Fields.isEmpty(JsonInText.decoded(column));
    }
}
