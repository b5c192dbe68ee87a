package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.trace.SpanKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one instrumentation calls things. A span may mix several: each field is asked of all of them, in the order of
 * {@link AttributeDialects}.
 *
 * <p>What it reads of the attributes by {@code take} or {@code list} is kept nowhere else.
 */
interface AttributeDialect {
    /** The names that fields go by, the best first. */
    Map<Field, List<String>> names();

    /** The kind that it says the span is of; nothing where it does not say, or in words of another dialect. */
    Optional<SpanKind> kind(Carried span);

    /** What went in: messages in any form, or a text; missing where it says nothing. */
    default JsonNode input(Carried span) {
        return MissingNode.getInstance();
    }

    /** What came out, likewise. */
    default JsonNode output(Carried span) {
        return MissingNode.getInstance();
    }

    /** System instructions that stand beside the messages: a text, or parts. */
    default JsonNode system(Carried span) {
        return MissingNode.getInstance();
    }

    /** The tools that were offered: a list, or JSON in text. */
    default JsonNode tools(Carried span) {
        return MissingNode.getInstance();
    }

    /** What parameters' names begin with. */
    default List<String> parameterPrefixes() {
        return List.of();
    }
}
