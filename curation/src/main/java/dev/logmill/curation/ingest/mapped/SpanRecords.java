package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.CutMarks;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.ToolUse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A record that is one span. */
final class SpanRecords {
    private final Mapping mapping;
    private final SharedFields shared;

    SpanRecords(Mapping mapping, String project) {
        this.mapping = mapping;
        this.shared = new SharedFields(mapping, project);
    }

    Span read(MappedRecord record) throws UnreadableRecord {
        Fields fields = new Fields();
        SpanKind kind = kind(record);
        List<Message> asked = new ArrayList<>(shared.system(record));
        asked.addAll(messages(mapping.input(), record, kind, Role.USER, fields));
        List<Message> answered =
                isWholeTalk(kind) ? answer(asked) : messages(mapping.output(), record, kind, Role.ASSISTANT, fields);
        SpanBuilder span = shared.begin(record, kind, fields)
                .messagesIn(asked)
                .messagesOut(answered)
                .tools(shared.tools(record))
                .toolUse(toolUse(record, fields))
                .usage(mapping.usage().in(record));
        fields.notes().forEach(span::note);
        CutMarks.note(span, asked, answered);
        boolean failed = span.build().status() == Status.ERROR;
        if (kind == SpanKind.LLM && (asked.isEmpty() || (answered.isEmpty() && !failed))) {
            span.note(Fidelity.MISSING_MESSAGES);
        }
        return span.build();
    }

    /** Whether the input is the whole conversation: no other place is told for the answer of a model or an agent. */
    private boolean isWholeTalk(SpanKind kind) {
        boolean alone = mapping.output().isEmpty() || mapping.output().equals(mapping.input());
        return alone && (kind == SpanKind.LLM || kind == SpanKind.AGENT);
    }

    /** Takes the answer out of a conversation: its last message, where the assistant says that; else it was not answered yet. */
    private static List<Message> answer(List<Message> talk) {
        int last = talk.size() - 1;
        return last >= 0 && talk.get(last).role() == Role.ASSISTANT ? List.of(talk.remove(last)) : List.of();
    }

    private SpanKind kind(MappedRecord record) throws UnreadableRecord {
        Optional<String> written = record.text(mapping.kinds().at());
        if (written.isEmpty()) {
            return mapping.kinds().otherwise();
        }
        SpanKind known = mapping.kinds().values().get(written.get());
        return known != null
                ? known
                : Arrays.stream(SpanKind.values())
                        .filter(kind -> kind.name().equalsIgnoreCase(written.get()))
                        .findFirst()
                        .orElse(mapping.kinds().otherwise());
    }

    /**
     * Messages of any provider's form, also as JSON in text; anything else is what the speaker said. A call's messages of
     * which none says who speaks are taken for messages all the same, so that the missing role is told.
     */
    private List<Message> messages(
            Optional<Address> at, MappedRecord record, SpanKind kind, Role speaker, Fields fields)
            throws UnreadableRecord {
        Optional<JsonNode> value = record.value(at);
        if (value.isEmpty()) {
            return List.of();
        }
        String place = at.map(Address::written).orElse("");
        JsonNode node = JsonInText.decoded(value.get());
        MappedMessages messages = new MappedMessages(mapping.message(), record);
        // A text may be JSON by chance, as the answer of an agent that classifies: then it is what was said.
        boolean declared = mapping.message().declared()
                && node.isContainerNode()
                && (!value.get().isTextual() || messages.anyIn(node));
        if (declared || (kind == SpanKind.LLM && AnyMessages.isSpeakerless(node))) {
            return speaker == Role.USER ? messages.input(node, place, fields) : messages.output(node, place, fields);
        }
        AnyMessages any = new AnyMessages(fields);
        return speaker == Role.USER ? any.input(value.get(), place) : any.output(value.get(), place);
    }

    private Optional<ToolUse> toolUse(MappedRecord record, Fields fields) throws UnreadableRecord {
        Mapping.ToolFields tool = mapping.tool();
        Optional<String> name = record.text(tool.name());
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new ToolUse(
                        name.get(),
                        record.text(tool.callId()),
                        record.value(tool.arguments()).map(fields::arguments),
                        record.value(tool.result()).map(Fields::asText)));
    }
}
