package dev.logmill.curation.ingest.otlp;

import dev.logmill.curation.trace.SpanKind;
import java.util.Optional;

/** What kind of operation a span records: what the first dialect says; else, where a model is named, a call of it. */
final class Kinds {
    private Kinds() {}

    static SpanKind of(Carried span, FieldValues values) {
        for (AttributeDialects each : AttributeDialects.values()) {
            Optional<SpanKind> kind = each.dialect().kind(span);
            if (kind.isPresent()) {
                return kind.get();
            }
        }
        if (values.value(Field.MODEL).isPresent()
                || values.value(Field.ANSWERED_BY).isPresent()) {
            return SpanKind.LLM;
        }
        return SpanKind.CHAIN;
    }
}
