package dev.logmill.curation.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What tags of a span say that its fields do not: {@code error_type:ValueError} names its error. */
final class DatadogTags {
    private static final String ERROR_TYPE = "error_type:";
    private static final List<String> PLACES = List.of("/attributes/tags", "/tags");

    private DatadogTags() {}

    /** The failure of a span by the name that a tag has for it; nothing where the fields name it, or nothing failed. */
    static Optional<Failure> failure(Span span, JsonNode body) {
        Optional<Failure> nameless =
                span.failure().filter(failure -> failure.type().equals("error"));
        return nameless.flatMap(failure -> tags(body)
                .filter(tag -> tag.startsWith(ERROR_TYPE) && tag.length() > ERROR_TYPE.length())
                .map(tag -> new Failure(tag.substring(ERROR_TYPE.length()), failure.message()))
                .findFirst());
    }

    private static Stream<String> tags(JsonNode body) {
        return PLACES.stream()
                .flatMap(place -> StreamSupport.stream(body.at(place).spliterator(), false))
                .map(JsonNode::asText);
    }
}
