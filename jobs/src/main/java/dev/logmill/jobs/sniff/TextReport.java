package dev.logmill.jobs.sniff;

import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Usage;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person wants to know of logs at a first look. */
final class TextReport {
    private static final int SPANS_SHOWN = 3;
    private static final int SIGNALS_SHOWN = 3;
    private static final int MESSAGES_SHOWN = 4;
    private static final int LONGEST_LINE = 100;

    private final List<Reading.Read> read = new ArrayList<>();
    private final Map<String, Refused> refused = new TreeMap<>();
    private final long most;
    private long records;
    private long signals;

    /** @param most records that are looked at */
    TextReport(long most) {
        this.most = most;
    }

    boolean isFull() {
        return records >= most;
    }

    /** A reason why records cannot be read, and the first of them. */
    private record Refused(long count, String first) {
        Refused plus(Refused other) {
            return new Refused(count + other.count, first);
        }
    }

    /** A record of an object; false where no more are looked at. */
    boolean record(String object, RawPiece record, Reading reading) {
        records++;
        reading.fold(
                this::read,
                why -> refused.merge(
                        "%s: %s".formatted(why.reason(), why.detail()),
                        new Refused(1, "%s, %d%s".formatted(object, record.position(), record.place())),
                        Refused::plus));
        return !isFull();
    }

    private Refused read(Reading.Read record) {
        signals += record.signals().size();
        read.add(record);
        return new Refused(0, "");
    }

    /** Prints all of it. */
    void print(PrintStream out) {
        List<Span> spans = new SeenSpans(read).all();
        Map<SpanKind, Long> kinds = new EnumMap<>(SpanKind.class);
        spans.forEach(span -> kinds.merge(span.kind(), 1L, Long::sum));
        long unreadable = refused.values().stream().mapToLong(Refused::count).sum();
        String byKind = kinds.entrySet().stream()
                .map(entry -> "%d %s".formatted(entry.getValue(), word(entry.getKey())))
                .collect(Collectors.joining(", "));
        out.printf(
                "%d records: spans: %s; %d signals; %d that cannot be read%n",
                records, byKind.isEmpty() ? "none" : byKind, signals, unreadable);
        refused.forEach((why, those) -> out.printf("  %d times %s (first: %s)%n", those.count(), why, those.first()));
        spans.stream().limit(SPANS_SHOWN).forEach(span -> print(out, span));
        read.stream()
                .flatMap(record -> record.signals().stream())
                .limit(SIGNALS_SHOWN)
                .forEach(signal -> print(out, signal));
    }

    private static void print(PrintStream out, Signal signal) {
        out.println();
        out.printf(
                "signal %s%s%s%n",
                word(signal.channel()),
                signal.value().map(value -> " " + value).orElse(""),
                signal.withdrawn() ? ", withdrawn" : "");
        signal.text().ifPresent(text -> out.printf("  said: %s%n", shortened(text)));
        out.printf("  of %s%n", target(signal));
    }

    private static String target(Signal signal) {
        String named = Stream.of(
                        signal.spanId().map(span -> "span " + span),
                        signal.traceId().map(trace -> "trace " + trace),
                        signal.sessionId().map(session -> "session " + session))
                .flatMap(Optional::stream)
                .map(TextReport::shortened)
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? "nothing that it names" : named;
    }

    private static void print(PrintStream out, Span span) {
        out.println();
        out.printf(
                "%s %s%s%s%n",
                word(span.kind()),
                span.name().isEmpty() ? span.spanId() : shortened(span.name()),
                span.agent().map(agent -> ", agent " + shortened(agent)).orElse(""),
                span.model()
                        .flatMap(TextReport::name)
                        .map(model -> ", " + model)
                        .orElse(""));
        messages(out, ">", span.messagesIn());
        messages(out, "<", span.messagesOut());
        span.toolUse()
                .ifPresent(use -> out.printf(
                        "  %s(%s) -> %s%n",
                        use.name(),
                        shortened(use.arguments().orElse("")),
                        shortened(use.result().orElse("nothing"))));
        span.failure()
                .ifPresent(failure -> out.printf(
                        "  failed: %s %s%n",
                        failure.type(), shortened(failure.message().orElse(""))));
        span.usage().ifPresent(usage -> out.printf("  tokens: %s%n", tokens(usage)));
        if (!span.fidelity().isEmpty()) {
            out.printf(
                    "  noted: %s%n",
                    span.fidelity().stream().map(TextReport::word).collect(Collectors.joining(", ")));
        }
    }

    private static Optional<String> name(Model model) {
        return model.responded().or(model::requested);
    }

    private static void messages(PrintStream out, String sign, List<Message> messages) {
        int from = Math.max(0, messages.size() - MESSAGES_SHOWN);
        if (from > 0) {
            out.printf("  %s ... %d before%n", sign, from);
        }
        for (Message message : messages.subList(from, messages.size())) {
            String said = message.content().or(message::refusal).orElse("");
            String calls = message.toolCalls().stream()
                    .map(call -> " %s(%s)".formatted(call.name(), call.arguments()))
                    .collect(Collectors.joining());
            out.printf("  %s %s: %s%n", sign, word(message.role()), shortened(said + calls));
        }
    }

    private static String tokens(Usage usage) {
        List<String> parts = new ArrayList<>();
        usage.inputTokens().ifPresent(count -> parts.add(count + " in"));
        usage.cacheReadTokens().ifPresent(count -> parts.add(count + " of them cached"));
        usage.outputTokens().ifPresent(count -> parts.add(count + " out"));
        usage.reasoningTokens().ifPresent(count -> parts.add(count + " of them reasoning"));
        return String.join(", ", parts);
    }

    /** On one line, without what a terminal would obey. */
    private static String shortened(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "..." : line;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
