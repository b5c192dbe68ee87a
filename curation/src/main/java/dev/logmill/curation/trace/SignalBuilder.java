package dev.logmill.curation.trace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Fills a {@link Signal} field by field; what is not set stays absent or empty. */
public final class SignalBuilder {
    private String signalId = "";
    private String feedbackId;
    private Optional<String> supersedes = Optional.empty();
    private String revision = "";
    private final String source;
    private String project = "";
    private final SignalChannel channel;
    private Optional<String> traceId = Optional.empty();
    private Optional<String> spanId = Optional.empty();
    private Optional<String> sessionId = Optional.empty();
    private Optional<Double> value = Optional.empty();
    private Optional<String> text = Optional.empty();
    private Optional<String> subject = Optional.empty();
    private boolean withdrawn;
    private Optional<Instant> eventAt = Optional.empty();
    private Optional<Instant> versionAt = Optional.empty();
    private Instant arrivedAt = Instant.EPOCH;
    private String recordDigest = "";
    private LocalDate day = LocalDate.EPOCH;
    private long batch;

    SignalBuilder(String source, String feedbackId, SignalChannel channel) {
        this.source = source;
        this.feedbackId = feedbackId;
        this.channel = channel;
    }

    SignalBuilder(Signal signal) {
        this(signal.source(), signal.feedbackId(), signal.channel());
        signalId = signal.signalId();
        supersedes = signal.supersedes();
        revision = signal.revision();
        project = signal.project();
        traceId = signal.traceId();
        spanId = signal.spanId();
        sessionId = signal.sessionId();
        value = signal.value();
        text = signal.text();
        subject = signal.subject();
        withdrawn = signal.withdrawn();
        eventAt = signal.eventAt();
        versionAt = signal.versionAt();
        arrivedAt = signal.arrivedAt();
        recordDigest = signal.recordDigest();
        day = signal.day();
        batch = signal.batch();
    }

    public SignalBuilder feedbackId(String feedbackId) {
        this.feedbackId = feedbackId;
        return this;
    }

    public SignalBuilder supersedes(Optional<String> supersedes) {
        this.supersedes = supersedes;
        return this;
    }

    public SignalBuilder project(String project) {
        this.project = project;
        return this;
    }

    public SignalBuilder traceId(Optional<String> traceId) {
        this.traceId = traceId;
        return this;
    }

    public SignalBuilder spanId(Optional<String> spanId) {
        this.spanId = spanId;
        return this;
    }

    public SignalBuilder sessionId(Optional<String> sessionId) {
        this.sessionId = sessionId;
        return this;
    }

    public SignalBuilder value(Optional<Double> value) {
        this.value = value;
        return this;
    }

    public SignalBuilder text(Optional<String> text) {
        this.text = text;
        return this;
    }

    public SignalBuilder subject(Optional<String> subject) {
        this.subject = subject;
        return this;
    }

    public SignalBuilder withdrawn(boolean withdrawn) {
        this.withdrawn = withdrawn;
        return this;
    }

    public SignalBuilder eventAt(Optional<Instant> eventAt) {
        this.eventAt = eventAt;
        return this;
    }

    public SignalBuilder versionAt(Optional<Instant> versionAt) {
        this.versionAt = versionAt;
        return this;
    }

    SignalBuilder identity(String signalId, String revision) {
        this.signalId = signalId;
        this.revision = revision;
        return this;
    }

    SignalBuilder recorded(String recordDigest, Instant arrivedAt, LocalDate day, long batch) {
        this.recordDigest = recordDigest;
        this.arrivedAt = arrivedAt;
        this.day = day;
        this.batch = batch;
        return this;
    }

    /** The signal; what is withdrawn has no value. */
    public Signal build() {
        return new Signal(
                signalId,
                feedbackId,
                supersedes,
                revision,
                source,
                project,
                channel,
                traceId,
                spanId,
                sessionId,
                withdrawn ? Optional.empty() : value,
                text,
                subject,
                withdrawn,
                eventAt,
                versionAt,
                arrivedAt,
                recordDigest,
                day,
                batch);
    }
}
