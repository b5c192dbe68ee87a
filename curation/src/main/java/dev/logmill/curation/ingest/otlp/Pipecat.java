package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.trace.SpanKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pipecat, beside the names of {@link OldOtelGenAi}: what was asked and answered as {@code input}, {@code output}, {@code system}
 * and {@code tools}, which are anybody's names: they are read of a call of a model alone. Source: {@code
 * pipecat.utils.tracing.service_attributes}.
 */
final class Pipecat implements AttributeDialect {
    /** Whoever speaks or listens names a model too. */
    private static final Set<String> VOICE = Set.of("tts", "stt", "text_to_speech", "speech_to_text");

    @Override
    public Map<Field, List<String>> names() {
        return Map.of(Field.SESSION, List.of("conversation.id"));
    }

    @Override
    public Optional<SpanKind> kind(Carried span) {
        return span.attributes()
                .text("gen_ai.operation.name")
                .filter(VOICE::contains)
                .map(voice -> SpanKind.CHAIN);
    }

    @Override
    public JsonNode input(Carried span) {
        return ofCall(span, "input");
    }

    @Override
    public JsonNode output(Carried span) {
        return ofCall(span, "output");
    }

    @Override
    public JsonNode system(Carried span) {
        return ofCall(span, "system");
    }

    @Override
    public JsonNode tools(Carried span) {
        return ofCall(span, "tools");
    }

    private static JsonNode ofCall(Carried span, String name) {
        Attributes attributes = span.attributes();
        boolean call = attributes
                .text("gen_ai.operation.name")
                .map(OtelGenAi.OPERATIONS::get)
                .filter(SpanKind.LLM::equals)
                .isPresent();
        // A name below another one, as input.value, is somebody else's.
        return call && attributes.peek(name).isValueNode() ? attributes.take(name) : MissingNode.getInstance();
    }
}
