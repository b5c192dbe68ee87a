package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Messages read from JSON in single quotes, each as: role, tool and call, (reasoning), text, calls, media. */
final class AnyRead {
    private AnyRead() {}

    static String input(String json) throws Exception {
        return told(new AnyMessages(new Fields()).input(logged(json), "input"));
    }

    static String output(String json) throws Exception {
        return told(new AnyMessages(new Fields()).output(logged(json), "output"));
    }

    static Map<String, JsonNode> rest(String json) throws Exception {
        return fields(json).rest();
    }

    static Fields fields(String json) throws Exception {
        Fields fields = new Fields();
        new AnyMessages(fields).input(logged(json), "input");
        return fields;
    }

    static String finish(String json) throws Exception {
        Fields fields = new Fields();
        new AnyMessages(fields).output(logged(json), "output");
        return fields.finish().orElse("");
    }

    private static JsonNode logged(String json) {
        return TextNode.valueOf(json.replace('\'', '"'));
    }

    private static String told(List<Message> messages) {
        return messages.stream().map(AnyRead::told).collect(Collectors.joining(" | "));
    }

    private static String told(Message message) {
        Stream<String> named = Stream.of(message.name(), message.toolCallId()).flatMap(java.util.Optional::stream);
        return Stream.of(
                        Stream.of(message.role().name()),
                        Stream.of(named.collect(Collectors.joining(":"))),
                        message.reasoning().map(text -> "(" + text + ")").stream(),
                        message.content().stream(),
                        message.toolCalls().stream().map(call -> call.id() + "=" + call.name() + call.arguments()),
                        message.media().stream().map(AnyRead::told))
                .flatMap(part -> part)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String told(Media media) {
        return Stream.of(
                        Stream.of(media.type()),
                        media.mime().stream(),
                        media.uri().stream(),
                        media.sha256().stream().map(digest -> "sha256"))
                .flatMap(part -> part)
                .collect(Collectors.joining(" ", "<", ">"));
    }
}
