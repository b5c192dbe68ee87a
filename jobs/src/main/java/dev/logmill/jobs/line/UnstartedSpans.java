package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.pair.Rejection;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Spans that are known by updates alone: no run holds them, and each is a row of table {@code rejections} until its start
 * comes. They stay in table {@code spans} and out of the quarantine: what is there was unreadable and is read by nobody,
 * while a start that comes late, from whatever object, must find the updates and make the span whole.
 */
final class UnstartedSpans {
    /** Why they are refused, in table {@code rejections}. */
    static final String REASON = "missing_start";

    private UnstartedSpans() {}

    /** A refused span by when it was last heard of, and its source. */
    record Waiting(String stage, String reason, String measured, LocalDate night) {}

    /** A row for each such span of a trace, whose spans are whole. */
    static List<Rejection> refused(List<Span> spansOfOneTrace, LocalDate night, long batch) {
        return spansOfOneTrace.stream()
                .filter(span -> span.fidelity().contains(Fidelity.MISSING_START))
                .map(span -> refused(span, night, batch))
                .toList();
    }

    private static Rejection refused(Span span, LocalDate night, long batch) {
        return new Rejection(
                AssembleJob.NAME,
                subject(span),
                span.project(),
                span.traceId(),
                span.kind() == SpanKind.LLM ? Optional.of(span.spanId()) : Optional.empty(),
                span.sessionId(),
                false,
                span.startedAt().or(span::endedAt),
                span.agent().orElse(""),
                REASON,
                measured(span.source()),
                night,
                batch);
    }

    /** By its id {@code explain} finds it; the digest keeps it apart from spans of other traces that have the same. */
    private static String subject(Span span) {
        String key = Digest.of(span.source(), span.project(), span.traceId(), span.spanId())
                .id();
        return span.spanId() + "/" + key;
    }

    private static String measured(String source) {
        return "updates alone, of source %s".formatted(source);
    }

    /**
     * A sentence for each source with spans whose days to wait ended after the assembly's last night: nothing of their
     * traces has come for so long.
     */
    static List<String> overdue(Night night) {
        int days = night.config().ingest().startWithinDays();
        LocalDate last = night.asOf().minusDays(days + 1L);
        LocalDate told = night.before().asOf();
        LocalDate first = told.equals(LocalDate.MIN) ? LocalDate.MIN : told.minusDays(days);
        List<DataFile> files = night.state(CurationTables.REJECTIONS).files().stream()
                .filter(file -> file.mayHold("night", first.toEpochDay(), last.toEpochDay()))
                .toList();
        Map<String, Long> bySource = new TreeMap<>();
        night.lake().scan(CurationTables.REJECTIONS, files, Waiting.class, row -> {
            if (row.stage().equals(AssembleJob.NAME)
                    && row.reason().equals(REASON)
                    && !row.night().isBefore(first)
                    && !row.night().isAfter(last)) {
                bySource.merge(row.measured(), 1L, Long::sum);
            }
        });
        return bySource.entrySet().stream()
                .map(source ->
                        "%d spans known by %s, have waited for their start for more than %d days and are in no run (table rejections, reason %s)"
                                .formatted(source.getValue(), source.getKey(), days, REASON))
                .toList();
    }
}
