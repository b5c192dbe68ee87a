package dev.logmill.curation.ingest.mapped;

import dev.logmill.curation.ingest.QuarantineReason;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import dev.logmill.curation.trace.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The feedback in a record: on its own, or beside the spans that it is about. */
final class SignalRecords {
    private static final Set<String> YES = Set.of("true", "1", "yes", "withdrawn", "deleted");

    private final List<Mapping.SignalFields> mapped;
    private final String project;

    SignalRecords(List<Mapping.SignalFields> mapped, String project) {
        this.mapped = mapped;
        this.project = project;
    }

    /** The signals of a feedback record: each must say what it is about. */
    List<Signal> read(MappedRecord record) throws UnreadableRecord {
        List<Signal> signals = signals(record, Optional.empty());
        if (signals.isEmpty()) {
            throw new UnreadableRecord(QuarantineReason.MISSING_FIELD, "none of its signals is there");
        }
        return signals;
    }

    /** The signals of a record that is a span or a conversation: about {@code span} where they name nothing else. */
    List<Signal> read(MappedRecord record, Span span) throws UnreadableRecord {
        return signals(record, Optional.of(span));
    }

    private List<Signal> signals(MappedRecord record, Optional<Span> about) throws UnreadableRecord {
        List<Signal> signals = new ArrayList<>();
        for (Mapping.SignalFields fields : mapped) {
            Optional<SignalChannel> channel = channel(fields, record);
            Optional<Double> value = value(fields, record);
            Optional<String> text = SpanRecords.text(fields.text(), record).filter(written -> !written.isEmpty());
            boolean withdrawn = SpanRecords.text(fields.withdrawn(), record)
                    .filter(written -> YES.contains(written.toLowerCase(Locale.ROOT)))
                    .isPresent();
            // A channel that an event names is a signal without a value; a fixed one needs something to say.
            boolean says = value.isPresent()
                    || text.isPresent()
                    || withdrawn
                    || fields.channelAt().isPresent();
            if (channel.isPresent() && says) {
                signals.add(signal(fields, record, about, new Said(channel.get(), value, text, withdrawn)));
            }
        }
        return signals;
    }

    private record Said(SignalChannel channel, Optional<Double> value, Optional<String> text, boolean withdrawn) {}

    private Signal signal(Mapping.SignalFields fields, MappedRecord record, Optional<Span> about, Said said)
            throws UnreadableRecord {
        Optional<String> trace = SpanRecords.text(fields.trace(), record).or(() -> about.map(Span::traceId));
        Optional<String> span = SpanRecords.text(fields.span(), record).filter(id -> !id.isEmpty());
        Optional<String> session = SpanRecords.text(fields.session(), record);
        if (trace.isEmpty() && session.isEmpty()) {
            throw new UnreadableRecord(
                    QuarantineReason.MISSING_FIELD, "neither a trace nor a session that it is about");
        }
        Optional<Instant> time = SpanRecords.time(fields.time(), record).or(() -> about.flatMap(Span::endedAt));
        String about64 = Digest.of(
                        project,
                        trace.orElse(""),
                        span.orElse(""),
                        session.orElse(""),
                        said.channel().name())
                .id();
        String feedbackId = SpanRecords.text(fields.feedbackId(), record)
                .or(() -> SpanRecords.text(fields.id(), record))
                .orElse(about64);
        return new Signal(
                "",
                feedbackId,
                Optional.empty(),
                record.raw().source(),
                project,
                said.channel(),
                trace,
                span,
                session,
                said.withdrawn() ? Optional.empty() : said.value(),
                said.text(),
                SpanRecords.text(fields.user(), record).or(() -> about.flatMap(Span::subject)),
                said.withdrawn(),
                time,
                Instant.EPOCH,
                "",
                LocalDate.EPOCH,
                0);
    }

    private static Optional<SignalChannel> channel(Mapping.SignalFields fields, MappedRecord record)
            throws UnreadableRecord {
        if (fields.channel().isPresent()) {
            return fields.channel();
        }
        Optional<String> written = SpanRecords.text(fields.channelAt(), record);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        SignalChannel known = fields.channels().get(written.get());
        if (known == null) {
            throw new UnreadableRecord(QuarantineReason.INVALID_FIELD, "its channel is none that the mapping knows");
        }
        return Optional.of(known);
    }

    private static Optional<Double> value(Mapping.SignalFields fields, MappedRecord record) {
        double width = fields.greatest() - fields.least();
        return SpanRecords.number(fields.value(), record)
                .map(value -> Math.min(1, Math.max(0, (value - fields.least()) / width)));
    }
}
