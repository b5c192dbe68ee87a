package dev.logmill.curation.trace;

import dev.logmill.curation.table.Doc;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One operation of an agent as logged: one row of table {@code spans}.
 *
 * <p>A dialect fills what the log says; {@link #recorded} adds where and when it came in.
 */
public record Span(
        @Doc("The source in logmill.yaml that it came from") String source,

        @Doc("The producer's project or tenant; empty where the log knows none")
        String project,

        @Doc("All spans of one piece of work share it") String traceId,
        @Doc("Unique within its trace") String spanId,

        @Doc(
                "The id of the record that tells it, where that is another than the span's: updates and feedback may name no other")
        Optional<String> recordId,

        @Doc("The span that caused this one; absent on a root")
        Optional<String> parentSpanId,

        @Doc("The kind of operation") SpanKind kind,
        @Doc("The operation's name, as logged") String name,
        @Doc("The agent, where the log names it") Optional<String> agent,
        @Doc("The agent's version, where the log names it") Optional<String> agentVersion,
        @Doc("The conversation, as a keyed alias") Optional<String> sessionId,
        @Doc("The person behind it, as a keyed pseudonym") Optional<String> subject,

        @Doc(
                "What must never be split over train and test besides the person (task, ticket, document), as a keyed alias")
        Optional<String> groupId,

        @Doc("Start, UTC") Optional<Instant> startedAt,
        @Doc("End, UTC") Optional<Instant> endedAt,

        @Doc("Order among spans of one trace whose times do not tell it, from 0")
        int sequence,

        @Doc("How it ended") Status status,
        @Doc("What went wrong") Optional<Failure> failure,

        @Doc("On an llm span: the model and how it was asked")
        Optional<Model> model,

        @Doc(
                "The span of the same trace whose messages, in and out, stand before messages_in; absent where messages_in is the whole input")
        Optional<String> continuesSpanId,

        @Doc("What went in, oldest first; see continues_span_id")
        List<Message> messagesIn,

        @Doc("What came out; several only where the log records several alternatives or items")
        List<Message> messagesOut,

        @Doc("The tools that were offered") List<Tool> tools,
        @Doc("On a tool span: the executed call") Optional<ToolUse> toolUse,
        @Doc("Tokens, at the leaves only") Optional<Usage> usage,
        @Doc("Cost as reported by the log, US dollars") Optional<Double> costUsd,

        @Doc("How the whole task came out, as logged: 0 failed to 1 succeeded")
        Optional<Double> outcome,

        @Doc("Canonical JSON object of every field the dialect has no place for")
        String attributes,

        @Doc("What the log left out or left unclear") List<Fidelity> fidelity,

        @Doc(
                "On a row that tells only a part of its span, since its log tells it bit by bit: its place among the parts of one moment. Absent where the row tells all")
        Optional<Integer> part,

        @Doc("When the producer wrote this version; of two versions of one span the later one stands")
        Instant versionAt,

        @Doc(
                "Keyed digest of the raw record that it was read from: the same record has the same one in the whole deployment")
        String recordDigest,

        @Doc("Day of the start, UTC, or of the object where the log tells no time")
        LocalDate day,

        @Doc("The ingest that brought it; grows by one an ingest")
        long batch) {
    public Span {
        messagesIn = List.copyOf(messagesIn);
        messagesOut = List.copyOf(messagesOut);
        tools = List.copyOf(tools);
        fidelity = List.copyOf(fidelity);
    }

    /** This span as it came in with a record. */
    public Span recorded(String recordDigest, LocalDate day, long batch) {
        return toBuilder().recordDigest(recordDigest).day(day).batch(batch).build();
    }

    /** Every span starts here: ids and kind are never optional. */
    public static SpanBuilder of(String source, String traceId, String spanId, SpanKind kind) {
        return new SpanBuilder(source, traceId, spanId, kind);
    }

    /** A builder that starts from this span. */
    public SpanBuilder toBuilder() {
        return new SpanBuilder(this);
    }
}
