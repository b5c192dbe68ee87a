package dev.logmill.curation.ingest.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The events in an AWS event stream that was logged as text. The frames are binary (lengths, checksums) and are destroyed by
 * that; their headers and the JSON in them are not. An event of Converse stands under its type, as in the API's union; one of
 * InvokeModel holds the model's own event in base64.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTSelectObjectAppendix.html">event stream encoding</a>
 */
public final class AwsEventText {
    private static final String MARK = ":event-type";
    private static final String MARK_OF_AN_ERROR = ":exception-type";
    private static final ObjectReader ONE =
            Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int START = 400;
    private static final Pattern TYPE = Pattern.compile(":(?:event|exception)-type[^A-Za-z:]{1,6}([A-Za-z]{2,64})");

    private AwsEventText() {}

    /** Whether a text begins with such a frame. */
    public static boolean isOne(String text) {
        String start = text.substring(0, Math.min(text.length(), START));
        return start.contains(MARK) || start.contains(MARK_OF_AN_ERROR);
    }

    /** The events of a stream, in order; what is cut off is left out. */
    public static List<JsonNode> events(String text) {
        List<JsonNode> events = new ArrayList<>();
        Matcher type = TYPE.matcher(text);
        int from = 0;
        while (type.find(from)) {
            int next = text.indexOf(MARK, type.end());
            int end = next < 0 ? text.length() : next;
            int brace = text.indexOf('{', type.end());
            if (brace >= 0 && brace < end) {
                first(text.substring(brace, end)).ifPresent(payload -> events.add(event(type.group(1), payload)));
            }
            from = type.end();
        }
        return events;
    }

    private static JsonNode event(String type, JsonNode payload) {
        JsonNode bytes = payload.path("bytes");
        if (bytes.isTextual()) {
            return ofModel(bytes.textValue()).orElse(payload);
        }
        ObjectNode event = Json.MAPPER.createObjectNode();
        event.set(type, payload);
        return event;
    }

    private static Optional<JsonNode> ofModel(String base64) {
        try {
            byte[] json = Base64.getDecoder().decode(base64);
            return Json.container(new String(json, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** The JSON that a text begins with, whatever follows. */
    private static Optional<JsonNode> first(String text) {
        try {
            return Optional.of(ONE.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException cut) {
            return Optional.empty();
        }
    }
}
