package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Status;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a span ended, as its carrier, an exception among its events, or an attribute for errors says. */
final class CarriedStatus {
    private static final String EXCEPTION = "exception";
    private static final List<String> TYPES = List.of("error.type", "exception.type");
    private static final List<String> MESSAGES = List.of("error.message", "exception.message");

    private CarriedStatus() {}

    /** A code by number or by name; a word of its own, as Sentry has for each way to fail, is an error. */
    static Status of(Carried span) {
        if (says(span, "langfuse.observation.level", "ERROR") || isFailedTool(span)) {
            return Status.ERROR;
        }
        JsonNode status = span.body().path("status");
        String code = Fields.filled(status, "code")
                .or(() -> Fields.filled(status, "status_code"))
                .or(() -> Fields.filled(span.body(), "status_code"))
                .or(() -> Fields.text(status))
                .orElse("")
                .toUpperCase(Locale.ROOT)
                .replace("STATUS_CODE_", "");
        return switch (code) {
            case "0", "", "UNSET", "UNKNOWN" -> hasErrorType(span) ? Status.ERROR : Status.UNSET;
            case "1", "OK" -> Status.OK;
            default -> Status.ERROR;
        };
    }

    private static boolean says(Carried span, String name, String word) {
        return span.attributes().text(name).filter(word::equals).isPresent();
    }

    /** The span of a tool that failed may have ended well: Strands has a status for the tool. */
    private static boolean isFailedTool(Carried span) {
        return says(span, "gen_ai.tool.status", "error") || says(span, "tool.status", "error");
    }

    /** GenAI conventions: {@code error.type} is there exactly where the operation ended with an error. */
    private static boolean hasErrorType(Carried span) {
        return span.attributes().text("error.type").isPresent();
    }

    /** What went wrong, where something did. */
    static Optional<Failure> failure(Carried span, Status status) {
        if (status != Status.ERROR) {
            return Optional.empty();
        }
        Optional<Attributes> thrown = span.events().stream()
                .filter(event -> event.name().equals(EXCEPTION))
                .map(CarriedEvent::attributes)
                .reduce((first, last) -> last);
        Optional<String> told = Fields.filled(span.body().path("status"), "message")
                .or(() -> Fields.filled(span.body().path("status"), "description"))
                .or(() -> Fields.filled(span.body(), "status_message"))
                .or(() -> span.attributes().text("langfuse.observation.status_message"));
        Optional<String> type = thrown.flatMap(attributes -> attributes.text("exception.type"))
                .or(() -> first(span.attributes(), TYPES));
        Optional<String> message = thrown.flatMap(attributes -> attributes.text("exception.message"))
                .or(() -> first(span.attributes(), MESSAGES))
                .or(() -> told);
        return Optional.of(
                new Failure(type.or(() -> word(span)).orElse(isFailedTool(span) ? "tool_error" : "error"), message));
    }

    /** A status that is a word tells in which way it failed. */
    private static Optional<String> word(Carried span) {
        return Fields.text(span.body().path("status"))
                .filter(word -> word.chars().allMatch(c -> c == '_' || Character.isLowerCase(c)));
    }

    private static Optional<String> first(Attributes attributes, List<String> names) {
        return names.stream().flatMap(name -> attributes.text(name).stream()).findFirst();
    }
}
