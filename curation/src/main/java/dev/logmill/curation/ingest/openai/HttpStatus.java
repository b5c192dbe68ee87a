package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** The HTTP status of an answer, a number or the text of one, {@code 200} or {@code "200"}; any other word or number is none. */
final class HttpStatus {
    private static final Pattern TEXT = Pattern.compile("[0-9]{3}");

    private HttpStatus() {}

    static Optional<Integer> of(JsonNode value) {
        int code = value.isInt() ? value.intValue() : 0;
        if (value.isTextual() && TEXT.matcher(value.textValue()).matches()) {
            code = Integer.parseInt(value.textValue());
        }
        return code >= 100 && code <= 599 ? Optional.of(code) : Optional.empty();
    }
}
