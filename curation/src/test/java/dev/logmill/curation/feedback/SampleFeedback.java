package dev.logmill.curation.feedback;

import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.pair.Wording;
import dev.logmill.curation.table.RecordShape;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalBuilder;
import dev.logmill.curation.trace.SignalChannel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
        return Signal.of("app", feedbackId, channel)
                .project("shop")
                .traceId(Optional.of("t1"))
                .value(value)
                .eventAt(Optional.of(hour(9)))
                .build()
                .identified(feedbackId + "/0", feedbackId + "/0")
                .recorded("record", arrival(NIGHT), NIGHT, 1);
    }

    private static Instant arrival(LocalDate night) {
        return night.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** An hour of the first night's day; beyond 24 of a later one. */
    static Instant hour(int hour) {
        return NIGHT.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(hour * 3600L);
    }

    /** A signal under construction. */
    record Given(Signal signal) {
        /** Another revision of it, said at an hour. */
        Given row(String row, int hour) {
            String id = signal.feedbackId() + "/" + row;
            return changed(said -> said.eventAt(Optional.of(hour(hour)))).identified(id, id);
        }

        /** What its record says beside it, under the same id. */
        Given beside(SignalChannel channel) {
            String id = signal.signalId() + "/" + channel;
            Signal other = Signal.of(signal.source(), signal.feedbackId(), channel)
                    .project(signal.project())
                    .traceId(signal.traceId())
                    .eventAt(signal.eventAt())
                    .build()
                    .recorded(signal.recordDigest(), signal.arrivedAt(), signal.day(), signal.batch());
            return new Given(other).identified(id, signal.revision());
        }

        /** Its row without a time. */
        Given untimed() {
            return changed(said -> said.eventAt(Optional.empty()));
        }

        Given arrived(LocalDate night) {
            return new Given(signal.recorded(signal.recordDigest(), arrival(night), signal.day(), signal.batch()));
        }

        /** It in an object of a date. */
        Given ofDay(LocalDate day) {
            return new Given(signal.recorded(signal.recordDigest(), signal.arrivedAt(), day, signal.batch()));
        }

        Given withdrawn() {
            return changed(said -> said.withdrawn(true));
        }

        Given superseding(String feedbackId) {
            return changed(said -> said.supersedes(Optional.of(feedbackId)));
        }

        Given about(String spanId) {
            return changed(said -> said.spanId(Optional.of(spanId)));
        }

        Given by(String subject) {
            return changed(said -> said.subject(Optional.of(subject)));
        }

        /** It with words of the person's own. */
        Given saying(String text) {
            return changed(said -> said.text(Optional.of(text)));
        }

        Given in(String project) {
            return changed(said -> said.project(project));
        }

        Given from(String source) {
            return new Given(RecordShape.of(Signal.class).with(signal, "source", source));
        }

        private Given identified(String id, String revision) {
            return new Given(signal.identified(id, revision));
        }

        private Given changed(UnaryOperator<SignalBuilder> change) {
            return new Given(change.apply(signal.toBuilder()).build());
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
                List.of(),
                Optional.of(hour(step)),
                outcome,
                toolFailed,
                NIGHT,
                1,
                1);
    }
}
