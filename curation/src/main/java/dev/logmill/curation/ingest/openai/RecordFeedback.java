package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.Mark;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.trace.MadeId;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The feedback that a record carries: {@code feedback}, one or several, and {@code score}, {@code outcome} or
 * {@code reward} beside. A mark that is not understood makes no signal.
 */
final class RecordFeedback {
    /** A mark that stands in the record itself has no id, giver or time of its own. */
    private static final JsonNode BESIDE = MissingNode.getInstance();

    /** What feedback is about. */
    record Target(
            Optional<String> traceId,
            Optional<String> spanId,
            Optional<String> sessionId,
            Optional<String> subject,
            String project) {}

    private final RawRecord raw;
    private final Target target;
    private final Optional<Instant> otherwiseAt;
    private final List<Signal> signals = new ArrayList<>();

    private RecordFeedback(RawRecord raw, Target target, Optional<Instant> otherwiseAt) {
        this.raw = raw;
        this.target = target;
        this.otherwiseAt = otherwiseAt;
    }

    /** The signals of a record; those without a time of their own came at {@code otherwiseAt}. */
    static List<Signal> of(RawRecord raw, Scopes scopes, Target target, Optional<Instant> otherwiseAt)
            throws UnreadableRecord {
        RecordFeedback reader = new RecordFeedback(raw, target, otherwiseAt);
        Optional<Scopes.Found> given = scopes.find(Key.FEEDBACK);
        if (given.isPresent()) {
            reader.read(given.get().value());
        }
        Given beside = reader.new Given(BESIDE, Optional.empty());
        scopes.find(Key.SCORE)
                .flatMap(found -> Mark.share(found.value()))
                .ifPresent(value -> beside.add(SignalChannel.RATING, Optional.of(value), Optional.empty()));
        outcome(scopes).ifPresent(value -> beside.add(SignalChannel.OUTCOME, Optional.of(value), Optional.empty()));
        return reader.signals;
    }

    /** How the task came out, where the record says. */
    static Optional<Double> outcome(Scopes scopes) {
        return scopes.find(Key.OUTCOME).flatMap(found -> Mark.share(found.value()));
    }

    private void read(JsonNode feedback) throws UnreadableRecord {
        if (feedback.isArray()) {
            for (JsonNode one : feedback) {
                read(one);
            }
        } else if (feedback.isObject()) {
            readOne(feedback);
        } else {
            Optional<Double> value = Mark.sided(feedback);
            if (value.isPresent()) {
                new Given(BESIDE, Optional.empty()).add(SignalChannel.THUMB, value, Optional.empty());
            }
        }
    }

    private void readOne(JsonNode feedback) throws UnreadableRecord {
        Given given = new Given(feedback, at(feedback));
        Optional<String> comment = Fields.filled(feedback, "comment");
        int before = signals.size();
        JsonNode thumb = feedback.path("thumb");
        JsonNode rating = feedback.path("rating");
        if (!Fields.isEmpty(thumb)) {
            given.add(SignalChannel.THUMB, Mark.sided(thumb), comment);
        }
        if (rating.isNumber()) {
            given.add(SignalChannel.RATING, Mark.stars(rating, feedback.path("scale")), comment);
        } else if (!Fields.isEmpty(rating)) {
            given.add(SignalChannel.THUMB, Mark.sided(rating), comment);
        }
        if (!Fields.isEmpty(feedback.path("score"))) {
            given.add(SignalChannel.RATING, Mark.share(feedback.path("score")), comment);
        }
        correction(feedback.path("correction")).ifPresent(given::correct);
        if (signals.size() == before && (comment.isPresent() || given.withdrawn)) {
            given.say(comment);
        }
    }

    private static Optional<String> correction(JsonNode correction) {
        return correction.isObject()
                ? Fields.filled(correction, "content").or(() -> Fields.filled(correction, "text"))
                : Fields.text(correction).filter(text -> !text.isBlank());
    }

    private static Optional<Instant> at(JsonNode feedback) throws UnreadableRecord {
        for (String name : List.of("timestamp", "created_at", "time")) {
            if (!Fields.isEmpty(feedback.path(name))) {
                return Optional.of(Timestamps.read(name, feedback.path(name)));
            }
        }
        return Optional.empty();
    }

    /** One piece of feedback as logged; all signals that it makes share its id, its giver and its time. */
    private final class Given {
        private final Optional<String> id;
        private final Optional<String> supersedes;
        private final Optional<String> subject;
        private final Optional<Instant> at;
        private final boolean withdrawn;

        Given(JsonNode feedback, Optional<Instant> at) {
            this.id = Fields.filled(feedback, "feedback_id").or(() -> Fields.filled(feedback, "id"));
            this.supersedes = Fields.filled(feedback, "supersedes");
            this.subject = Identity.person(feedback.path("user"))
                    .or(() -> Fields.filled(feedback, "user_id"))
                    .or(target::subject);
            this.at = at.or(() -> otherwiseAt);
            this.withdrawn = feedback.path("withdrawn").asBoolean();
        }

        /** A mark; without a value there is nothing to say unless it takes something back. */
        void add(SignalChannel channel, Optional<Double> value, Optional<String> text) {
            if (value.isPresent() || withdrawn) {
                signals.add(signal(channel, withdrawn ? Optional.empty() : value, text));
            }
        }

        void correct(String text) {
            signals.add(signal(SignalChannel.CORRECTION, Optional.empty(), Optional.of(text)));
        }

        void say(Optional<String> comment) {
            signals.add(signal(SignalChannel.RATING, Optional.empty(), comment));
        }

        private Signal signal(SignalChannel channel, Optional<Double> value, Optional<String> text) {
            return new Signal(
                    "",
                    feedbackId(channel),
                    supersedes,
                    raw.source(),
                    target.project(),
                    channel,
                    target.traceId(),
                    target.spanId(),
                    target.sessionId(),
                    value,
                    text,
                    subject,
                    withdrawn,
                    at,
                    Instant.EPOCH,
                    "",
                    LocalDate.EPOCH,
                    0);
        }

        /** The logged id, told apart by channel where one piece of feedback says several things. */
        private String feedbackId(SignalChannel channel) {
            if (id.isPresent()) {
                return Digest.of("feedback", raw.source(), id.get(), channel.name())
                        .id();
            }
            // What one person says again is an edit; what another one says is not.
            return MadeId.of(
                    "feedback",
                    raw.source(),
                    target.traceId().orElse(""),
                    target.spanId().orElse(""),
                    subject.orElse(""),
                    channel.name());
        }
    }
}
