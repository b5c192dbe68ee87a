package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways to write a message, beside that of {@link ChatMessages}. */
@SuppressWarnings("ImmutableEnumChecker") // Each form is without state.
enum KnownMessageForm {
    PYDANTIC(PydanticMessage::new),
    THOUGHT(SpokenThought::new),
    CONTENT_OF_PARTS(ContentOfParts::new),
    CHOSEN(ChosenMessage::new),
    TOOL_INVOCATIONS(ToolInvocations::new),
    PARTS(MessageOfParts::new),
    NAMED_TEXT(NamedText::new),
    AUTOGEN(AutoGenMessage::new),
    HAYSTACK(HaystackMessage::new),
    LLAMAINDEX(BlocksMessage::new),
    SEMANTIC_KERNEL(SemanticKernelMessage::new),
    LANGCHAIN(LangChainMessage::new),
    LANGCHAIN4J(LangChain4jMessage::new),
    CAPITAL_NAMES(CapitalNames::new),
    DATADOG(DatadogMessage::new),
    ROLE_AND_TEXT(RoleAndText::new);

    private static final Set<String> SPOKEN = Set.of(
            "content", "blocks", "parts", "contents", "tool_calls", "function_call", "reasoning_content", "refusal");
    /** What may be told of an answer whose words are not. */
    private static final Set<String> ENDED = Set.of("finish_reason", "finishReason", "index");

    private static final List<MessageForm> ALL =
            Arrays.stream(values()).map(known -> known.form).toList();

    private final MessageForm form;

    KnownMessageForm(Supplier<MessageForm> constructor) {
        this.form = constructor.get();
    }

    /** The form that is not the plain one in which a message is written. */
    static Optional<MessageForm> of(JsonNode message) {
        return ALL.stream().filter(form -> form.fits(message)).findFirst();
    }

    /** Whether a message is of a form that no API takes. */
    static boolean isOfFramework(JsonNode message) {
        return message.path("role").isTextual()
                ? Stream.of(TOOL_INVOCATIONS, PARTS, NAMED_TEXT, THOUGHT, CONTENT_OF_PARTS)
                        .anyMatch(known -> known.form.fits(message))
                : LANGCHAIN4J.form.fits(message);
    }

    /** Whether a value may be a message of somebody whom only its own application knows. */
    static boolean isSpoken(JsonNode value) {
        return value.path("role").isTextual()
                && (Speaker.isKnown(value) || SPOKEN.stream().anyMatch(value::has));
    }

    /** Whether an object that names no speaker says nothing as a message does, and is of no form of one: an object of somebody's own. */
    static boolean isSilent(JsonNode value) {
        return value.isObject()
                && !value.isEmpty()
                && !value.has("role")
                && !ENDED.containsAll(names(value))
                && SPOKEN.stream().noneMatch(value::has)
                && of(value).isEmpty();
    }

    private static Set<String> names(JsonNode value) {
        return value.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** Whether a value is a message beyond doubt: somebody who is known says something, in any form. */
    static boolean isMessage(JsonNode value) {
        return (Speaker.isKnown(value) && SPOKEN.stream().anyMatch(value::has))
                || of(value).isPresent();
    }
}
