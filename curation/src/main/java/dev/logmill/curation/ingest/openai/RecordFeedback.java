package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.Mark;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.trace.MadeId;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The feedback that a record carries: {@code feedback}, one or several, and {@code score}, {@code correction}, {@code outcome} or
 * {@code reward} beside. A mark that is not understood makes no signal.
 */
final class RecordFeedback {
    /** A mark that stands in the record itself has no id, giver or time of its own. */
    private static final JsonNode BESIDE = MissingNode.getInstance();

    /** What {@code feedback} may say; a withdrawal without an id takes back all of it. */
    private static final List<SignalChannel> SAID_IN_FEEDBACK =
            List.of(SignalChannel.THUMB, SignalChannel.RATING, SignalChannel.CORRECTION);

    /** At least three words. */
    private static final Pattern SENTENCE = Pattern.compile("(?s)\\S+\\s+\\S+\\s+\\S.*");

    /** What feedback is about. */
    record Target(
            Optional<String> traceId,
            Optional<String> spanId,
            Optional<String> sessionId,
            Optional<String> subject,
            String project) {
        boolean isNothing() {
            return traceId.isEmpty() && spanId.isEmpty() && sessionId.isEmpty();
        }
    }

    private final RawRecord raw;
    private final Target target;
    private final Optional<Instant> otherwiseAt;
    private final List<Signal> signals = new ArrayList<>();
    /** What is said in a field of its own beside the only feedback there is. */
    private Optional<String> words = Optional.empty();

    private RecordFeedback(RawRecord raw, Target target, Optional<Instant> otherwiseAt) {
        this.raw = raw;
        this.target = target;
        this.otherwiseAt = otherwiseAt;
    }

    /**
     * The signals of a record; those without a time of their own came at {@code otherwiseAt}. Feedback that makes none goes among
     * the fields that have no place.
     */
    static List<Signal> of(RawRecord raw, Scopes scopes, Fields fields, Target target, Optional<Instant> otherwiseAt)
            throws UnreadableRecord {
        RecordFeedback reader = new RecordFeedback(raw, target, otherwiseAt);
        Optional<Scopes.Found> given = given(scopes);
        if (given.isPresent()) {
            boolean alone = !given.get().value().isArray();
            reader.words = alone ? scopes.text(Key.COMMENT) : Optional.empty();
            reader.read(given.get().value(), SpanTimes.time(scopes, Key.FEEDBACK_TIME));
            reader.words = Optional.empty();
            if (reader.signals.isEmpty()) {
                fields.keep(given.get().name(), given.get().value());
            }
        }
        reader.score(scopes, fields);
        reader.correction(scopes, fields);
        reader.beside(Key.OUTCOME, SignalChannel.OUTCOME, outcome(scopes), Optional.empty());
        return reader.signals;
    }

    private void score(Scopes scopes, Fields fields) throws UnreadableRecord {
        Optional<Scopes.Found> found = scopes.find(Key.SCORE);
        Optional<Double> score = found.flatMap(said -> Mark.share(said.name(), said.value()));
        boolean thumb = found.flatMap(said -> Mark.minus(said.value())).isPresent();
        beside(Key.SCORE, thumb ? SignalChannel.THUMB : SignalChannel.RATING, score, Optional.empty());
        if (found.isPresent() && score.isEmpty()) {
            fields.keep(found.get().name(), found.get().value());
        }
    }

    private void correction(Scopes scopes, Fields fields) throws UnreadableRecord {
        Optional<Scopes.Found> found = scopes.find(Key.CORRECTION);
        Optional<String> text = found.flatMap(said -> FeedbackFields.correction(said.value()));
        if (text.isPresent()) {
            new Given(Key.CORRECTION, BESIDE, Optional.empty()).correct(text.get());
        } else if (found.isPresent()) {
            fields.keep(found.get().name(), found.get().value());
        }
    }

    /** What is said in fields of its own, under whatever key: a vote's may hold them too. */
    static Optional<Scopes.Found> given(Scopes scopes) {
        return scopes.find(Key.FEEDBACK)
                .or(() -> scopes.find(Key.VOTE).filter(found -> found.value().isContainerNode()));
    }

    /** How the task came out, where the record says. */
    static Optional<Double> outcome(Scopes scopes) {
        return scopes.find(Key.OUTCOME).flatMap(found -> Mark.share(found.value()));
    }

    private void read(JsonNode feedback, Optional<Instant> at) throws UnreadableRecord {
        if (feedback.isArray()) {
            for (JsonNode one : feedback) {
                read(one, at);
            }
        } else if (feedback.isObject()) {
            readOne(feedback, at);
        } else {
            plain(feedback, at);
        }
    }

    /** One mark, or what somebody wrote: several words that are no mark are a comment. */
    private void plain(JsonNode feedback, Optional<Instant> at) throws UnreadableRecord {
        boolean between = feedback.isNumber() && Votes.isBetween(feedback.doubleValue());
        Optional<Double> mark = between ? Mark.share(feedback) : Votes.sided(feedback);
        beside(Key.FEEDBACK, between ? SignalChannel.RATING : SignalChannel.THUMB, mark, at);
        boolean written = feedback.isTextual()
                && SENTENCE.matcher(feedback.textValue().strip()).matches();
        if (mark.isEmpty() && written) {
            new Given(Key.FEEDBACK, BESIDE, at).comment(feedback.textValue());
        }
    }

    private void beside(Key key, SignalChannel channel, Optional<Double> mark, Optional<Instant> at)
            throws UnreadableRecord {
        if (mark.isPresent()) {
            new Given(key, BESIDE, at).mark(channel, mark);
        }
    }

    private void readOne(JsonNode feedback, Optional<Instant> beside) throws UnreadableRecord {
        Given given = new Given(Key.FEEDBACK, feedback, at(feedback).or(() -> beside));
        int before = signals.size();
        Optional<FeedbackFields.Marked> mark = FeedbackFields.mark(feedback);
        mark.ifPresent(said -> given.mark(said.channel(), Optional.of(said.value())));
        JsonNode rating = feedback.path("rating");
        JsonNode score = feedback.path("score");
        if (rating.isNumber()
                && mark.filter(said -> said.channel() == SignalChannel.RATING).isEmpty()) {
            given.mark(SignalChannel.RATING, Mark.stars(rating, feedback.path("scale")));
        }
        given.mark(SignalChannel.RATING, Mark.share(score).filter(share -> score.isNumber()));
        if (mark.isEmpty()) {
            given.mark(
                    SignalChannel.THUMB,
                    Optional.of(rating)
                            .filter(said -> !said.isNumber())
                            .flatMap(Mark::sided)
                            .or(() -> Mark.minus(score))
                            .or(() -> Optional.of(score)
                                    .filter(said -> !said.isNumber())
                                    .flatMap(Mark::sided)));
        }
        Key.CORRECTION.names().stream()
                .flatMap(name -> FeedbackFields.correction(feedback.path(name)).stream())
                .findFirst()
                .ifPresent(given::correct);
        if (signals.size() == before) {
            given.withoutMark();
        }
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
        private final Key key;
        private final Optional<String> question;
        private final Optional<String> id;
        private final Optional<String> supersedes;
        private final Optional<String> comment;
        private final Optional<String> subject;
        private final Optional<Instant> at;
        private final boolean withdrawn;

        Given(Key key, JsonNode feedback, Optional<Instant> at) throws UnreadableRecord {
            this.key = key;
            this.id = Fields.filled(feedback, "feedback_id").or(() -> Fields.filled(feedback, "id"));
            this.supersedes = Fields.filled(feedback, "supersedes");
            this.comment = FeedbackFields.words(feedback).or(() -> words);
            this.question = FeedbackFields.question(feedback);
            this.subject = Identity.person(feedback.path("user"))
                    .or(() -> Fields.filled(feedback, "user_id"))
                    .or(target::subject);
            this.at = at.or(() -> otherwiseAt);
            this.withdrawn = feedback.path("withdrawn").asBoolean();
            boolean takesBackById = withdrawn && id.isPresent();
            if (target.isNothing() && !takesBackById) {
                throw new UnreadableRecord(
                        QuarantineReason.MISSING_FIELD,
                        "feedback: neither a trace, a span nor a session that it is about");
            }
        }

        /** A mark, if it is one that is understood. */
        void mark(SignalChannel channel, Optional<Double> value) {
            if (value.isPresent()) {
                add(channel, value, comment);
            }
        }

        void correct(String text) {
            add(SignalChannel.CORRECTION, Optional.empty(), Optional.of(text));
        }

        void comment(String text) {
            add(SignalChannel.RATING, Optional.empty(), Optional.of(text));
        }

        /** A comment alone; or it takes back whatever was said under its id or, where it has none, in its person's name. */
        void withoutMark() {
            if (withdrawn && id.isEmpty()) {
                SAID_IN_FEEDBACK.forEach(channel -> add(channel, Optional.empty(), comment));
            } else if (withdrawn || comment.isPresent()) {
                add(SignalChannel.RATING, Optional.empty(), comment);
            }
        }

        private void add(SignalChannel channel, Optional<Double> value, Optional<String> text) {
            signals.add(Signal.of(raw.source(), id.orElseGet(() -> madeId(channel)), channel)
                    .supersedes(supersedes)
                    .project(target.project())
                    .traceId(target.traceId())
                    .spanId(target.spanId())
                    .sessionId(target.sessionId())
                    .value(value)
                    .text(text)
                    .subject(subject)
                    .withdrawn(withdrawn)
                    .eventAt(at)
                    .build());
        }

        /** What one person says again in the same way is an edit; what another one says, or says otherwise or to another question, is not. */
        private String madeId(SignalChannel channel) {
            List<String> said = new ArrayList<>(List.of(
                    key.name(),
                    target.traceId().orElse(""),
                    target.spanId().orElse(""),
                    target.sessionId().orElse(""),
                    subject.orElse(""),
                    channel.name()));
            question.ifPresent(said::add);
            return MadeId.of(said.toArray(String[]::new));
        }
    }
}
