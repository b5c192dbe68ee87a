package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.trace.Failure;
import java.util.Optional;
import java.util.Set;

/** Errors as providers and gateways write them. */
public final class Failures {
    /** Types that tell no kind of failure: OpenAI's say which limit a call ran into, and its code that it did. */
    private static final Set<String> UNTELLING = Set.of("error", "requests", "tokens");

    private Failures() {}

    /** The error of a body: its {@code error}, be it an object or a text; nothing where it holds none. */
    public static Optional<Failure> of(JsonNode body, String otherwise) {
        JsonNode error = body.path("error");
        if (Fields.isEmpty(error)) {
            return Optional.empty();
        }
        if (error.isObject()) {
            return Optional.of(told(error, otherwise));
        }
        return Optional.of(new Failure(otherwise, Optional.of(Fields.asText(error))));
    }

    /** The error that an object tells of by type or code, and message. */
    public static Failure told(JsonNode error, String otherwise) {
        String type = Fields.filled(error, "type")
                .filter(name -> !UNTELLING.contains(name))
                .or(() -> Fields.filled(error, "code"))
                .or(() -> Fields.filled(error, "error_class"))
                .or(() -> Fields.filled(error, "error_code"))
                .or(() -> Fields.filled(error, "status"))
                .orElse(otherwise);
        Optional<String> message = Fields.filled(error, "message").or(() -> Fields.filled(error, "error_message"));
        return new Failure(type, message.or(() -> detail(error)));
    }

    private static Optional<String> detail(JsonNode error) {
        JsonNode detail = error.path("detail");
        return Fields.isEmpty(detail) ? Optional.empty() : Optional.of(Fields.asText(detail));
    }
}
