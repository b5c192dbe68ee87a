package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What a message holds: a text, or a list of parts of any provider; beside them a part of an unknown kind goes to the rest. */
final class Content {
    private static final Set<String> RESULT = Set.of("type", "tool_use_id", "content", "is_error");

    private static final List<PartForm> BLOCKS = List.of(new ServerTools(), new GivenSources());
    private static final PartForm LINKED = new LinkedMedia();

    private final Fields fields;
    private final List<PartForm> others;

    Content(Fields fields) {
        this(fields, List.of());
    }

    /** Content that may also hold parts of other forms. */
    Content(Fields fields, List<PartForm> others) {
        this.fields = fields;
        this.others = others;
    }

    /** Whether a value is a list of nothing but parts that say their kind, and the kinds are known. */
    boolean knowsAll(JsonNode list) {
        return list.isArray()
                && !list.isEmpty()
                && StreamSupport.stream(list.spliterator(), false).allMatch(this::isKnown);
    }

    /** Whether a value is a list of texts and parts that say their kind, of which some, though not all, are known. */
    boolean knowsMixed(JsonNode list) {
        return list.isArray()
                && StreamSupport.stream(list.spliterator(), false)
                        .allMatch(part -> part.isTextual()
                                || isKnown(part)
                                || part.path("type").isTextual())
                && StreamSupport.stream(list.spliterator(), false).anyMatch(this::isKnown);
    }

    private boolean isKnown(JsonNode part) {
        return other(part).isPresent() || isTyped(part);
    }

    private static boolean isTyped(JsonNode part) {
        return part.has("type")
                && (Part.of(part).isPresent() || Fields.word(part, "type").equals("tool_result"));
    }

    private Optional<PartForm> other(JsonNode part) {
        return fitting(BLOCKS, part)
                .or(() -> fitting(others, part))
                .or(() -> LINKED.fits(part) ? Optional.of(LINKED) : Optional.empty());
    }

    private static Optional<PartForm> fitting(List<PartForm> forms, JsonNode part) {
        for (PartForm form : forms) {
            if (form.fits(part)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /** Reads the content that stands at {@code place}. */
    void read(JsonNode content, String place, MessageParts into) throws UnreadableRecord {
        List<Integer> unknown = new ArrayList<>(0);
        if (content.isArray()) {
            for (int i = 0; i < content.size(); i++) {
                part(content.path(i), place, i, into, unknown);
            }
            unknown(unknown, content, place, into);
        } else if (content.isObject()) {
            part(content, place, 0, into, unknown);
            unknown(unknown, Json.MAPPER.createArrayNode().add(content), place, into);
        } else {
            Fields.text(content).ifPresent(into::text);
        }
    }

    /**
     * Parts of which no kind is known and that hold no text. Where there is nothing else they are what was said, as JSON: an
     * application may send objects of its own, and the messages of its agent would all be empty, and alike. Beside others they
     * are left out, which is noted.
     */
    private void unknown(List<Integer> unknown, JsonNode parts, String place, MessageParts into) {
        boolean alone = into.isEmpty();
        for (int index : unknown) {
            JsonNode part = parts.path(index);
            if (alone && !part.isEmpty()) {
                into.ownText(Json.canonical(part));
            } else {
                leftOut(part, place + "[" + index + "]");
            }
        }
    }

    private void leftOut(JsonNode part, String place) {
        fields.keep(place, part);
        if (!part.isEmpty() && !UnknownPart.isSilent(part)) {
            fields.note(Fidelity.MISSING_MESSAGES);
        }
    }

    private void part(JsonNode part, String place, int index, MessageParts into, List<Integer> unknown)
            throws UnreadableRecord {
        if (part.isTextual()) {
            into.text(part.textValue());
            return;
        }
        if (!part.isObject()) {
            throw new UnreadableRecord(
                    QuarantineReason.INVALID_FIELD,
                    "%s[%d]: neither text nor object but %s".formatted(place, index, part.getNodeType()));
        }
        Optional<PartForm> other = other(part);
        if (other.isPresent()) {
            other.get().read(new PartReading(part, place + "[" + index + "]", into, fields, this));
            return;
        }
        if (Fields.word(part, "type").equals("tool_result")) {
            result(part, place + "[" + index + "]", into);
            return;
        }
        known(part, place, index, into, unknown);
    }

    private void known(JsonNode part, String place, int index, MessageParts into, List<Integer> unknown)
            throws UnreadableRecord {
        Optional<Part> kind = Part.of(part);
        if (kind.isEmpty()) {
            if (!UnknownPart.read(new PartReading(part, place + "[" + index + "]", into, fields, this))) {
                unknown.add(index);
            }
            return;
        }
        try {
            kind.get().read(part, into, fields);
        } catch (UnreadableRecord problem) {
            throw problem.at(place + "[" + index + "]");
        }
        rest(part, place, index, kind.get().known());
    }

    private void rest(JsonNode part, String place, int index, Set<String> known) {
        // Most parts hold nothing but what is known; only the others are worth a text that says where they stand.
        if (part.size() > 2) {
            fields.keepRest(place + "[" + index + "]", part, known);
        }
    }

    private void result(JsonNode block, String place, MessageParts into) throws UnreadableRecord {
        MessageParts parts = new MessageParts();
        read(block.path("content"), place + ".content", parts);
        Optional<String> callId = Fields.text(block, "tool_use_id");
        if (block.path("is_error").asBoolean()) {
            fields.callFailed(callId.orElse(""));
        }
        fields.keepRest(place, block, RESULT);
        into.result(parts.message(Role.TOOL, Optional.empty(), callId));
    }
}
