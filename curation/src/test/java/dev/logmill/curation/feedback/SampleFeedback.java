package dev.logmill.curation.feedback;

import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.pair.Wording;
import dev.logmill.curation.table.RecordShape;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Small signals and edges. All are of source {@code app}, project {@code shop} and trace {@code t1}. */
final class SampleFeedback {
    static final LocalDate NIGHT = LocalDate.parse("2026-03-01");

    private SampleFeedback() {}

    /** A signal of a channel with a value, about the whole trace, given and learnt on the first night. */
    static Given given(String feedbackId, SignalChannel channel, double value) {
        return new Given(signal(feedbackId, channel, Optional.of(value)));
    }

    /** A signal of a channel that says something by being there. */
    static Given given(String feedbackId, SignalChannel channel) {
        return new Given(signal(feedbackId, channel, Optional.empty()));
    }

    private static Signal signal(String feedbackId, SignalChannel channel, Optional<Double> value) {
        return new Signal(
                feedbackId + "/0",
                feedbackId,
                Optional.empty(),
                "app",
                "shop",
                channel,
                Optional.of("t1"),
                Optional.empty(),
                Optional.empty(),
                value,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(hour(9)),
                NIGHT.atStartOfDay().toInstant(ZoneOffset.UTC),
                "record",
                NIGHT,
                1);
    }

    /** An hour of the first night's day; beyond 24 of a later one. */
    static Instant hour(int hour) {
        return NIGHT.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(hour * 3600L);
    }

    /** A signal under construction. */
    record Given(Signal signal) {
        /** Another row of it, said at an hour. */
        Given row(String row, int hour) {
            return with(
                    signal.feedbackId() + "/" + row, Optional.of(hour(hour)), signal.arrivedAt(), signal.withdrawn());
        }

        /** Its row without a time. */
        Given untimed() {
            return with(signal.signalId(), Optional.empty(), signal.arrivedAt(), signal.withdrawn());
        }

        Given arrived(LocalDate night) {
            return with(
                    signal.signalId(),
                    signal.eventAt(),
                    night.atStartOfDay().toInstant(ZoneOffset.UTC),
                    signal.withdrawn());
        }

        Given withdrawn() {
            return with(signal.signalId(), signal.eventAt(), signal.arrivedAt(), true);
        }

        Given superseding(String feedbackId) {
            return said(Optional.of(feedbackId), signal.spanId(), signal.subject(), signal.project());
        }

        Given about(String spanId) {
            return said(signal.supersedes(), Optional.of(spanId), signal.subject(), signal.project());
        }

        Given by(String subject) {
            return said(signal.supersedes(), signal.spanId(), Optional.of(subject), signal.project());
        }

        /** It with words of the person's own. */
        Given saying(String text) {
            return new Given(RecordShape.of(Signal.class).with(signal, "text", Optional.of(text)));
        }

        Given in(String project) {
            return said(signal.supersedes(), signal.spanId(), signal.subject(), project);
        }

        private Given with(String signalId, Optional<Instant> eventAt, Instant arrivedAt, boolean withdrawn) {
            return new Given(new Signal(
                    signalId,
                    signal.feedbackId(),
                    signal.supersedes(),
                    signal.source(),
                    signal.project(),
                    signal.channel(),
                    signal.traceId(),
                    signal.spanId(),
                    signal.sessionId(),
                    withdrawn ? Optional.empty() : signal.value(),
                    signal.text(),
                    signal.subject(),
                    withdrawn,
                    eventAt,
                    arrivedAt,
                    signal.recordDigest(),
                    signal.day(),
                    signal.batch()));
        }

        private Given said(
                Optional<String> supersedes, Optional<String> spanId, Optional<String> subject, String project) {
            return new Given(new Signal(
                    signal.signalId(),
                    signal.feedbackId(),
                    supersedes,
                    signal.source(),
                    project,
                    signal.channel(),
                    signal.traceId(),
                    spanId,
                    signal.sessionId(),
                    signal.value(),
                    signal.text(),
                    subject,
                    signal.withdrawn(),
                    signal.eventAt(),
                    signal.arrivedAt(),
                    signal.recordDigest(),
                    signal.day(),
                    signal.batch()));
        }
    }

    /** An edge of run {@code r1}: pair {@code p0} of answer "Answer p0", span {@code l0} and so on. */
    static Provenance edge(int step, boolean terminal) {
        return edge("r1", "p" + step, step, terminal, Optional.empty(), false);
    }

    static Provenance edge(
            String runId, String pairId, int step, boolean terminal, Optional<Double> outcome, boolean toolFailed) {
        return new Provenance(
                pairId,
                "i" + step,
                Wording.of("Answer " + pairId),
                PairUnit.STEP,
                "router",
                "1",
                runId,
                "app",
                "shop",
                "t1",
                "l" + step,
                Optional.of("root of " + runId),
                step,
                terminal,
                false,
                Optional.of("s1"),
                Optional.of("someone"),
                "group",
                "group",
                Optional.of(hour(step)),
                outcome,
                toolFailed,
                NIGHT,
                1,
                1);
    }
}
