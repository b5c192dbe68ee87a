package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.trace.Failure;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An error as AWS tells it: an event of a stream under the exception's name, {@code {throttlingException: {message}}}; what boto3's
 * {@code ClientError} holds, {@code {Error: {Code, Message}, ResponseMetadata}}; the body of the HTTP answer, {@code {__type, message}}.
 */
public final class AwsFailure {
    private static final Pattern EXCEPTION = Pattern.compile("[A-Za-z]+Exception");
    private static final Pattern TYPE = Pattern.compile("([^#]+#)?[A-Za-z]+(Exception|Error|Failure|Fault)");
    /** What may stand beside the message of a body that tells an error and does not say so. */
    private static final Set<String> OF_A_MESSAGE =
            Set.of("message", "Message", "id", "request_id", "requestId", "code", "type", "status", "$metadata");

    private AwsFailure() {}

    /** The error of a body or an event; nothing where it tells none. */
    public static Optional<Failure> of(JsonNode told) {
        if (isEvent(told)) {
            String name = told.fieldNames().next();
            return Optional.of(new Failure(name, message(told.path(name))));
        }
        JsonNode error = told.path("Error");
        if (error.isObject() && (error.has("Code") || error.has("Message"))) {
            return Optional.of(new Failure(Fields.filled(error, "Code").orElse("error"), message(error)));
        }
        // Before the name may stand the name space that it is of.
        return Fields.filled(told, "__type")
                .filter(type -> TYPE.matcher(type).matches())
                .map(type -> new Failure(type.substring(type.indexOf('#') + 1), message(told)));
    }

    /** Whether an event ends a stream with an error. */
    public static boolean isEvent(JsonNode event) {
        return event.size() == 1
                && event.isObject()
                && EXCEPTION.matcher(event.fieldNames().next()).matches()
                && event.elements().next().isObject();
    }

    /** Whether a body holds a message and, of an answer, nothing: Bedrock's and Cohere's errors, whose name is a header's. */
    public static boolean isMessageAlone(JsonNode body) {
        return message(body).isPresent()
                && body.properties().stream().allMatch(field -> OF_A_MESSAGE.contains(field.getKey()));
    }

    private static Optional<String> message(JsonNode told) {
        return Optional.of(told.has("message") ? told.path("message") : told.path("Message"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }
}
