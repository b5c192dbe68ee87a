package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.ToolCall;
import java.util.Optional;
import java.util.Set;

/** A part that is being read: where it stands, the message that it goes into, and what reads the parts inside it. */
record PartReading(JsonNode part, String place, MessageParts into, Fields fields, Content content) {
    String type() {
        return Fields.word(part, "type");
    }

    /** A call of the tool that {@code named} names. */
    void call(Optional<String> id, JsonNode named, String tool, JsonNode arguments) throws UnreadableRecord {
        String name = Fields.filled(named, tool).isPresent() ? Fields.word(named, tool) : ToolCalls.name(named, place);
        into.call(new ToolCall(id.orElse(""), name, fields.arguments(arguments)));
    }

    /** A call of a tool. */
    void call(Optional<String> id, String tool, JsonNode arguments) throws UnreadableRecord {
        if (tool.isBlank()) {
            throw new UnreadableRecord(QuarantineReason.MISSING_FIELD, place + ": a call that names no tool");
        }
        into.call(new ToolCall(id.orElse(""), tool, fields.arguments(arguments)));
    }

    /** A call of a tool that the provider ran itself: the answer rests on what it brought. */
    void callOfProvider(Optional<String> id, String tool, JsonNode arguments) throws UnreadableRecord {
        if (tool.isBlank()) {
            throw new UnreadableRecord(QuarantineReason.MISSING_FIELD, place + ": a call that names no tool");
        }
        fields.note(Fidelity.PROVIDER_TOOLS);
        into.callOfProvider(new ToolCall(id.orElse(""), tool, fields.arguments(arguments)));
    }

    /** What a tool said: a text, a list of parts, or any other JSON, which stays as it is. */
    void result(Optional<String> id, Optional<String> tool, JsonNode said) throws UnreadableRecord {
        result(id, tool, said, MissingNode.getInstance());
    }

    /** The same with what the tool showed beside it: a list of parts. */
    void result(Optional<String> id, Optional<String> tool, JsonNode said, JsonNode shown) throws UnreadableRecord {
        MessageParts parts = new MessageParts();
        if (content.knowsAll(said)) {
            content.read(said, place, parts);
        } else if (!Fields.isEmpty(said)) {
            parts.text(Fields.asText(said));
        }
        content.read(shown, place + ".parts", parts);
        into.result(parts.message(Role.TOOL, tool, id));
    }

    void media(Media reference) {
        fields.note(Fidelity.MULTIMODAL);
        into.media(reference);
    }

    void rest(Set<String> known) {
        fields.keepRest(place, part, known);
    }
}
