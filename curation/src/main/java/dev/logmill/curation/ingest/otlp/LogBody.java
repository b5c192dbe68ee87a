package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.PythonLiteral;
import java.util.Optional;

/**
 * The body of a log record. Loggers of Python take a text: Semantic Kernel gives them a message as JSON, others a dict, which
 * becomes what {@code str} makes of it.
 */
final class LogBody {
    private LogBody() {}

    /** The object that a body is or that its text holds; any other value as it is. */
    static JsonNode of(JsonNode record) {
        JsonNode body = JsonInText.decoded(AttributeValues.value(record.path("body")));
        return body.isTextual() ? PythonLiteral.dict(body.textValue()).orElse(body) : body;
    }

    /** A body that is not an object: what was said, and nothing else. */
    static Optional<String> plainText(JsonNode record) {
        JsonNode body = of(record);
        return body.isObject() || Fields.isEmpty(body) ? Optional.empty() : Optional.of(Fields.asText(body));
    }
}
