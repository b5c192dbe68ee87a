package dev.logmill.curation.trace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills a {@link Span} field by field; what is not set stays absent, empty or zero. */
public final class SpanBuilder {
    private final String source;
    private String project = "";
    private final String traceId;
    private final String spanId;
    private Optional<String> recordId = Optional.empty();
    private Optional<String> parentSpanId = Optional.empty();
    private SpanKind kind;
    private String name = "";
    private Optional<String> agent = Optional.empty();
    private Optional<String> agentVersion = Optional.empty();
    private Optional<String> sessionId = Optional.empty();
    private Optional<String> subject = Optional.empty();
    private Optional<String> groupId = Optional.empty();
    private Optional<Instant> startedAt = Optional.empty();
    private Optional<Instant> endedAt = Optional.empty();
    private int sequence;
    private Status status = Status.UNSET;
    private Optional<Failure> failure = Optional.empty();
    private Optional<Model> model = Optional.empty();
    private Optional<String> continuesSpanId = Optional.empty();
    private List<Message> messagesIn = List.of();
    private List<Message> messagesOut = List.of();
    private List<Tool> tools = List.of();
    private Optional<ToolUse> toolUse = Optional.empty();
    private Optional<Usage> usage = Optional.empty();
    private Optional<Double> costUsd = Optional.empty();
    private Optional<Double> outcome = Optional.empty();
    private String attributes = "{}";
    private final List<Fidelity> fidelity = new ArrayList<>();
    private Optional<Integer> part = Optional.empty();
    private Optional<Instant> versionAt = Optional.empty();
    private String recordDigest = "";
    private LocalDate day = LocalDate.EPOCH;
    private long batch;

    SpanBuilder(String source, String traceId, String spanId, SpanKind kind) {
        this.source = source;
        this.traceId = traceId;
        this.spanId = spanId;
        this.kind = kind;
    }

    SpanBuilder(Span span) {
        this(span.source(), span.traceId(), span.spanId(), span.kind());
        from(span);
    }

    /** Takes over every field of another span but its source and ids. */
    public SpanBuilder from(Span span) {
        kind = span.kind();
        project = span.project();
        recordId = span.recordId();
        parentSpanId = span.parentSpanId();
        name = span.name();
        agent = span.agent();
        agentVersion = span.agentVersion();
        sessionId = span.sessionId();
        subject = span.subject();
        groupId = span.groupId();
        startedAt = span.startedAt();
        endedAt = span.endedAt();
        sequence = span.sequence();
        status = span.status();
        failure = span.failure();
        model = span.model();
        continuesSpanId = span.continuesSpanId();
        messagesIn = span.messagesIn();
        messagesOut = span.messagesOut();
        tools = span.tools();
        toolUse = span.toolUse();
        usage = span.usage();
        costUsd = span.costUsd();
        outcome = span.outcome();
        attributes = span.attributes();
        fidelity.clear();
        fidelity.addAll(span.fidelity());
        part = span.part();
        versionAt = Optional.of(span.versionAt());
        recordDigest = span.recordDigest();
        day = span.day();
        batch = span.batch();
        return this;
    }

    public SpanBuilder project(String project) {
        this.project = project;
        return this;
    }

    public SpanBuilder recordId(Optional<String> recordId) {
        this.recordId = recordId;
        return this;
    }

    public SpanBuilder parentSpanId(Optional<String> parentSpanId) {
        this.parentSpanId = parentSpanId;
        return this;
    }

    public SpanBuilder kind(SpanKind kind) {
        this.kind = kind;
        return this;
    }

    public SpanBuilder name(String name) {
        this.name = name;
        return this;
    }

    public SpanBuilder agent(Optional<String> agent) {
        this.agent = agent;
        return this;
    }

    public SpanBuilder agentVersion(Optional<String> agentVersion) {
        this.agentVersion = agentVersion;
        return this;
    }

    public SpanBuilder sessionId(Optional<String> sessionId) {
        this.sessionId = sessionId;
        return this;
    }

    public SpanBuilder subject(Optional<String> subject) {
        this.subject = subject;
        return this;
    }

    public SpanBuilder groupId(Optional<String> groupId) {
        this.groupId = groupId;
        return this;
    }

    public SpanBuilder startedAt(Optional<Instant> startedAt) {
        this.startedAt = startedAt;
        return this;
    }

    public SpanBuilder endedAt(Optional<Instant> endedAt) {
        this.endedAt = endedAt;
        return this;
    }

    public SpanBuilder sequence(int sequence) {
        this.sequence = sequence;
        return this;
    }

    public SpanBuilder status(Status status) {
        this.status = status;
        return this;
    }

    public SpanBuilder failure(Optional<Failure> failure) {
        this.failure = failure;
        return this;
    }

    public SpanBuilder model(Optional<Model> model) {
        this.model = model;
        return this;
    }

    public SpanBuilder continuesSpanId(Optional<String> continuesSpanId) {
        this.continuesSpanId = continuesSpanId;
        return this;
    }

    public SpanBuilder messagesIn(List<Message> messagesIn) {
        this.messagesIn = messagesIn;
        return this;
    }

    public SpanBuilder messagesOut(List<Message> messagesOut) {
        this.messagesOut = messagesOut;
        return this;
    }

    public SpanBuilder tools(List<Tool> tools) {
        this.tools = tools;
        return this;
    }

    public SpanBuilder toolUse(Optional<ToolUse> toolUse) {
        this.toolUse = toolUse;
        return this;
    }

    public SpanBuilder usage(Optional<Usage> usage) {
        this.usage = usage;
        return this;
    }

    public SpanBuilder costUsd(Optional<Double> costUsd) {
        this.costUsd = costUsd;
        return this;
    }

    public SpanBuilder outcome(Optional<Double> outcome) {
        this.outcome = outcome;
        return this;
    }

    public SpanBuilder attributes(String attributes) {
        this.attributes = attributes;
        return this;
    }

    public SpanBuilder recordDigest(String recordDigest) {
        this.recordDigest = recordDigest;
        return this;
    }

    public SpanBuilder day(LocalDate day) {
        this.day = day;
        return this;
    }

    public SpanBuilder batch(long batch) {
        this.batch = batch;
        return this;
    }

    /** Makes it one part of its span: parts are laid over each other in the order of their versions, then of this place. */
    public SpanBuilder part(int place) {
        this.part = Optional.of(place);
        return this;
    }

    /** Makes it the whole of its span. */
    public SpanBuilder whole() {
        this.part = Optional.empty();
        return this;
    }

    public SpanBuilder versionAt(Instant versionAt) {
        this.versionAt = Optional.of(versionAt);
        return this;
    }

    /** Notes something that the log left out; noting it twice is noting it once. */
    public SpanBuilder note(Fidelity flag) {
        if (!fidelity.contains(flag)) {
            fidelity.add(flag);
        }
        return this;
    }

    /** Takes back what was noted, once something else says it. */
    public SpanBuilder unnote(Fidelity flag) {
        fidelity.remove(flag);
        return this;
    }

    /** The span; a version without a time of its own is as old as its end, else its start. */
    public Span build() {
        fidelity.sort(null);
        Instant version = versionAt.or(() -> endedAt).or(() -> startedAt).orElse(Instant.EPOCH);
        return new Span(
                source,
                project,
                traceId,
                spanId,
                recordId,
                parentSpanId,
                kind,
                name,
                agent,
                agentVersion,
                sessionId,
                subject,
                groupId,
                startedAt,
                endedAt,
                sequence,
                status,
                failure,
                model,
                continuesSpanId,
                messagesIn,
                messagesOut,
                tools,
                toolUse,
                usage,
                costUsd,
                outcome,
                attributes,
                fidelity,
                part,
                version,
                recordDigest,
                day,
                batch);
    }
}
