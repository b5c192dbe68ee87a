package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.ToolNames;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Usage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A record that is a whole conversation, as spans: an agent span for the run, an llm span for each assistant message,
 * a tool span for each call that got a result.
 *
 * <p>An llm span holds only what came in since the one before it, and continues that one; so a long conversation is
 * kept once, not once a turn. Order is the array's: times, where there are any, may all be one instant.
 */
final class Conversations {
    private final Mapping mapping;
    private final String project;

    Conversations(Mapping mapping, String project) {
        this.mapping = mapping;
        this.project = project;
    }

    List<Span> read(MappedRecord record) throws UnreadableRecord {
        SharedFields whole = new SharedFields(mapping, project);
        List<Turn> turns = turns(record, whole.system(record));
        SpanBuilder run = whole.begin(record, SpanKind.AGENT, new Fields());
        if (record.time(mapping.updated()).isEmpty()) {
            run.versionAt(told(run.build(), turns));
        }
        List<Span> spans = new ConversationSpans(
                        run.build(), whole.tools(record), mapping.model().in(record))
                .spans(turns);
        turns.forEach(turn -> turn.fidelity().forEach(run::note));
        if (turns.isEmpty()) {
            run.note(Fidelity.MISSING_MESSAGES);
        }
        run.messagesIn(
                turns.subList(0, firstAnswer(turns)).stream().map(Turn::message).toList());
        if (!turns.isEmpty() && turns.get(turns.size() - 1).isAnswer()) {
            run.messagesOut(List.of(turns.get(turns.size() - 1).message()));
        }
        Optional<Usage> usage = mapping.usage().in(record);
        run.usage(usage);
        if (usage.isPresent() && !spans.isEmpty()) {
            run.note(Fidelity.ROLLUP_USAGE);
        }
        spans.add(0, run.build());
        return spans;
    }

    /**
     * When a conversation was told that does not say so: with its last turn. A conversation grows, so of two versions that
     * tell no time, or the same, the one of more turns is the later: each counts a microsecond.
     */
    private static Instant told(Span run, List<Turn> turns) {
        return turns.stream()
                .flatMap(turn -> turn.time().stream())
                .reduce(run.versionAt(), (one, other) -> one.isAfter(other) ? one : other)
                .plus(turns.size(), ChronoUnit.MICROS);
    }

    private JsonNode messages(MappedRecord record) throws UnreadableRecord {
        Optional<Address> at = mapping.messages();
        String place = at.map(Address::written).orElse("");
        JsonNode messages = record.value(at)
                .map(JsonInText::decoded)
                .orElseThrow(() -> new UnreadableRecord(QuarantineReason.MISSING_FIELD, place));
        if (!messages.isArray()) {
            throw MappedRecord.wrong(at, "a list of messages", messages);
        }
        return messages;
    }

    private static int firstAnswer(List<Turn> turns) {
        int first = 0;
        while (first < turns.size() && !turns.get(first).isAnswer()) {
            first++;
        }
        return first;
    }

    /** The conversation's turns; the results of tools know the name of their tool. */
    private List<Turn> turns(MappedRecord record, List<Message> system) throws UnreadableRecord {
        List<Turn> turns = new ArrayList<>();
        for (Message message : system) {
            turns.add(Turn.of(message));
        }
        String place = mapping.messages().map(Address::written).orElse("");
        turns.addAll(new MappedMessages(mapping.message(), record).turns(messages(record), place));
        List<Message> named =
                ToolNames.resolved(turns.stream().map(Turn::message).toList());
        return IntStream.range(0, turns.size())
                .mapToObj(i -> turns.get(i).with(named.get(i)))
                .toList();
    }
}
