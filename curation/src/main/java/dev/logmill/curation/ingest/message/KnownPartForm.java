package dev.logmill.curation.ingest.message;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The ways to write parts that any logger's messages may use, the most particular first. */
@SuppressWarnings("ImmutableEnumChecker") // Each form is without state.
enum KnownPartForm {
    ATTACHED(AttachedParts::new),
    AI_SDK(AiSdkParts::new),
    NAMED_TOOL(NamedToolParts::new),
    FUNCTION(FunctionParts::new),
    HAYSTACK(HaystackParts::new),
    GENKIT(GenkitParts::new),
    OTEL(OtelParts::new),
    CONVERSE(ConverseParts::new),
    GEMINI(GeminiParts::new);

    static final List<PartForm> ALL =
            Arrays.stream(values()).map(known -> known.form).toList();

    private final PartForm form;

    KnownPartForm(Supplier<PartForm> constructor) {
        this.form = constructor.get();
    }
}
