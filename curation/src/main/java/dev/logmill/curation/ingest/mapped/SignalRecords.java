package dev.logmill.curation.ingest.mapped;

import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.trace.MadeId;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import dev.logmill.curation.trace.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The feedback in a record: on its own, or beside the spans that it is about. */
final class SignalRecords {
    private static final Set<String> YES = Set.of("true", "1", "yes", "withdrawn", "deleted");
    private static final Set<String> NO = Set.of("false", "0", "no");

    private final List<Mapping.SignalFields> mapped;
    private final Optional<MappedTime> updated;
    private final String project;

    SignalRecords(List<Mapping.SignalFields> mapped, Optional<MappedTime> updated, String project) {
        this.mapped = mapped;
        this.updated = updated;
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

    /**
     * The signals of a record that is a span or a conversation: about {@code span} where they name nothing else. Where the
     * record tells its version, what it does not say any more is taken back.
     */
    List<Signal> read(MappedRecord record, Span span) throws UnreadableRecord {
        return signals(record, Optional.of(span));
    }

    private List<Signal> signals(MappedRecord record, Optional<Span> about) throws UnreadableRecord {
        List<Signal> signals = new ArrayList<>();
        for (Mapping.SignalFields fields : mapped) {
            Optional<SignalChannel> channel = channel(fields, record);
            Optional<Double> value = SignalValue.of(fields, record);
            Optional<String> text = record.text(fields.text());
            boolean withdrawn = withdrawn(fields, record);
            // A channel that an event names is a signal without a value; a fixed one needs something to say.
            boolean says = value.isPresent()
                    || text.isPresent()
                    || withdrawn
                    || fields.channelAt().isPresent();
            if (channel.isPresent() && says) {
                signals.add(signal(fields, record, about, new Said(channel.get(), value, text, withdrawn)));
            } else if (about.isPresent() && record.time(updated).isPresent()) {
                for (SignalChannel silent : channels(fields)) {
                    signals.add(signal(fields, record, about, Said.nothing(silent)));
                }
            }
        }
        return signals;
    }

    private record Said(SignalChannel channel, Optional<Double> value, Optional<String> text, boolean withdrawn) {
        static Said nothing(SignalChannel channel) {
            return new Said(channel, Optional.empty(), Optional.empty(), true);
        }
    }

    /** All that a signal may come by. */
    private static List<SignalChannel> channels(Mapping.SignalFields fields) {
        return Stream.concat(fields.channel().stream(), fields.channels().values().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Signal signal(Mapping.SignalFields fields, MappedRecord record, Optional<Span> about, Said said)
            throws UnreadableRecord {
        Optional<String> trace = record.text(fields.trace()).or(() -> about.map(Span::traceId));
        Optional<String> span = record.text(fields.span());
        Optional<String> session = record.text(fields.session());
        Optional<String> named = record.text(fields.feedbackId());
        Optional<String> id = (named.isPresent() ? named : record.text(fields.id()))
                .map(written -> saysSeveral(fields) ? MadeId.of(project, written, field(fields)) : written);
        boolean takesBackById = said.withdrawn() && id.isPresent();
        if (trace.isEmpty() && session.isEmpty() && span.isEmpty() && !takesBackById) {
            throw new UnreadableRecord(
                    QuarantineReason.MISSING_FIELD, "neither a trace, a span nor a session that it is about");
        }
        Optional<String> person = record.text(fields.user()).or(() -> about.flatMap(Span::subject));
        Optional<Instant> version = record.time(updated);
        // Without an id of its own, what one person says again in the same field is an edit; what another one says is
        // not. A record that comes in versions has one value in the field, whoever wrote it last.
        boolean oneValue = about.isPresent() && version.isPresent();
        String ofTarget = MadeId.of(
                project,
                trace.orElse(""),
                span.orElse(""),
                session.orElse(""),
                oneValue ? "" : person.orElse(""),
                said.channel().name(),
                field(fields));
        return Signal.of(record.raw().source(), id.orElse(ofTarget), said.channel())
                .supersedes(record.text(fields.supersedes()))
                .project(project)
                .traceId(trace)
                .spanId(span)
                .sessionId(session)
                .value(said.value())
                .text(said.text())
                .subject(person)
                .withdrawn(said.withdrawn())
                .eventAt(record.time(fields.time()).or(() -> about.flatMap(Span::endedAt)))
                .versionAt(version)
                .build();
    }

    private static String field(Mapping.SignalFields fields) {
        return fields.value().or(fields::text).map(Address::written).orElse("");
    }

    /**
     * Whether a record says several things under the id of this one, each at a time of its own: a thumb and a later rating. Under one
     * id the later would take the place of the earlier.
     */
    private boolean saysSeveral(Mapping.SignalFields fields) {
        return mapped.stream()
                        .filter(other -> other.feedbackId().equals(fields.feedbackId())
                                && other.id().equals(fields.id()))
                        .map(Mapping.SignalFields::time)
                        .distinct()
                        .count()
                > 1;
    }

    private static Optional<SignalChannel> channel(Mapping.SignalFields fields, MappedRecord record)
            throws UnreadableRecord {
        if (fields.channel().isPresent()) {
            return fields.channel();
        }
        Optional<String> written = record.text(fields.channelAt());
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Spelling<SignalChannel> spelling = new Spelling<>(SignalChannel.class);
        Optional<SignalChannel> known =
                Optional.ofNullable(fields.channels().get(written.get())).or(() -> spelling.read(written.get()));
        if (known.isEmpty()) {
            String declared =
                    fields.channels().keySet().stream().map(word -> word + ", ").collect(Collectors.joining());
            throw new UnreadableRecord(
                    QuarantineReason.INVALID_FIELD,
                    "%s: none of %s%s; the signal's channels tell what other words mean, as in channels: {like: thumb}"
                            .formatted(
                                    fields.channelAt().map(Address::written).orElse(""),
                                    declared,
                                    spelling.accepted()));
        }
        return known;
    }

    private static boolean withdrawn(Mapping.SignalFields fields, MappedRecord record) throws UnreadableRecord {
        Optional<String> written = record.text(fields.withdrawn()).map(text -> text.toLowerCase(Locale.ROOT));
        if (written.isPresent() && !YES.contains(written.get()) && !NO.contains(written.get())) {
            throw new UnreadableRecord(
                    QuarantineReason.INVALID_FIELD,
                    "%s: neither true nor false"
                            .formatted(fields.withdrawn().map(Address::written).orElse("")));
        }
        return written.filter(YES::contains).isPresent();
    }
}
