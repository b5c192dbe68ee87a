package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a tool brought, where whoever traced it noted the message that LangChain makes of it: as its fields, {@code {type: tool,
 * content, tool_call_id}}, serialised, or as Python prints it, {@code content='3 mm' name='rain' tool_call_id='c1'}.
 *
 * @param said the content alone, or what was noted where it is no such message
 * @param callId of the call that it answers, where the message says
 */
public record ToolAnswer(JsonNode said, Optional<String> callId) {
    private static final String PRINTED = "content=";
    private static final Pattern CALL = Pattern.compile("(?:^| )tool_call_id='([^']{1,200})'");

    /** Of a tool's output as it was noted. */
    public static ToolAnswer of(JsonNode noted) {
        JsonNode message = JsonInText.decoded(noted);
        for (String inner : new String[] {"kwargs", "data"}) {
            message = message.path(inner).has("tool_call_id") ? message.path(inner) : message;
        }
        if (message.has("content") && message.path("tool_call_id").isTextual()) {
            return new ToolAnswer(message.path("content"), Fields.filled(message, "tool_call_id"));
        }
        return message.isTextual() ? printed(noted, message.textValue()) : new ToolAnswer(noted, Optional.empty());
    }

    private static ToolAnswer printed(JsonNode noted, String text) {
        boolean quoted = text.startsWith(PRINTED) && text.length() > PRINTED.length();
        Optional<PythonText> content = quoted && "'\"".indexOf(text.charAt(PRINTED.length())) >= 0
                ? PythonText.at(text, PRINTED.length())
                : Optional.empty();
        Matcher call =
                CALL.matcher(content.map(said -> text.substring(said.end())).orElse(""));
        return content.isPresent() && call.find()
                ? new ToolAnswer(JsonNodeFactory.instance.textNode(content.get().text()), Optional.of(call.group(1)))
                : new ToolAnswer(noted, Optional.empty());
    }
}
