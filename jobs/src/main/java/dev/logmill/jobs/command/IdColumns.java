package dev.logmill.jobs.command;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.table.Table;
import dev.logmill.eval.EvalTables;
import dev.logmill.export.ExportTables;
import java.util.Map;
import java.util.Optional;

/** The columns of each table that hold ids: what an id is looked for in, and of most rows all that is read. */
final class IdColumns {
    private static final Map<Table<?>, Class<?>> BY_TABLE = Map.ofEntries(
            Map.entry(CurationTables.LEDGER, OfObject.class),
            Map.entry(CurationTables.SPANS, OfSpan.class),
            Map.entry(CurationTables.SIGNALS, OfSignal.class),
            Map.entry(CurationTables.QUARANTINE, OfQuarantine.class),
            Map.entry(CurationTables.VAULT, OfOriginal.class),
            Map.entry(CurationTables.KEYS, OfKey.class),
            Map.entry(CurationTables.RUNS, OfRun.class),
            Map.entry(CurationTables.AGENTS, OfAgent.class),
            Map.entry(CurationTables.PAIRS, OfPair.class),
            Map.entry(CurationTables.PROVENANCE, OfEdge.class),
            Map.entry(CurationTables.FORMER_EDGES, OfFormerEdge.class),
            Map.entry(CurationTables.REJECTIONS, OfRejection.class),
            Map.entry(CurationTables.LEAK_KEYS, OfLeakKey.class),
            Map.entry(CurationTables.SPLITS, OfSplit.class),
            Map.entry(CurationTables.LABELS, OfLabel.class),
            Map.entry(CurationTables.PREFERENCES, OfPreference.class),
            Map.entry(EvalTables.CASES, OfCase.class),
            Map.entry(EvalTables.SUITES, OfSuite.class),
            Map.entry(EvalTables.DRAWS, OfDraw.class),
            Map.entry(EvalTables.TRIALS, OfTrial.class),
            Map.entry(EvalTables.VERDICTS, OfVerdict.class),
            Map.entry(ExportTables.RELEASES, OfRelease.class),
            Map.entry(ExportTables.RELEASE_ROWS, OfExample.class),
            Map.entry(CurationTables.TOMBSTONES, OfTombstone.class),
            Map.entry(CurationTables.WITHDRAWALS, OfWithdrawal.class));

    private IdColumns() {}

    /** A record of a table's columns that hold ids. */
    static Class<?> of(Table<?> table) {
        Class<?> columns = BY_TABLE.get(table);
        if (columns == null) {
            throw new IllegalStateException("Nobody has said where table %s has its ids".formatted(table.name()));
        }
        return columns;
    }

    record OfObject(String path, String objectKey, String etag) {}

    record OfSpan(
            String traceId,
            String spanId,
            Optional<String> recordId,
            Optional<String> parentSpanId,
            Optional<String> sessionId,
            Optional<String> subject,
            Optional<String> groupId) {}

    record OfSignal(
            String signalId,
            String feedbackId,
            Optional<String> supersedes,
            Optional<String> traceId,
            Optional<String> spanId,
            Optional<String> sessionId,
            Optional<String> subject) {}

    record OfQuarantine(String recordDigest, String object, String objectKey) {}

    record OfOriginal(Optional<String> traceId, String rowId, String holder) {}

    record OfKey(String holder) {}

    record OfRun(
            String runId,
            String traceId,
            Optional<String> rootSpanId,
            Optional<String> sessionId,
            Optional<String> subject,
            Optional<String> groupId) {}

    record OfAgent(String agent, String version) {}

    record OfPair(String pairId, String inputId) {}

    record OfEdge(
            String pairId,
            String inputId,
            String runId,
            String traceId,
            String spanId,
            Optional<String> sessionId,
            Optional<String> subject,
            String leakGroup) {}

    record OfFormerEdge(String pairId, String inputId, String runId, String traceId, Optional<String> sessionId) {}

    record OfRejection(String subjectRow, String traceId) {}

    record OfLeakKey(String leakKey, String anchor) {}

    record OfSplit(String anchor, Optional<String> mergedInto) {}

    record OfLabel(String pairId) {}

    record OfPreference(String preferenceId, String inputId, String rejectedPairId, Optional<String> chosenPairId) {}

    record OfCase(
            String caseId,
            String suite,
            String leakGroup,
            String inputId,
            String pairId,
            String runId,
            String traceId,
            String spanId) {}

    record OfSuite(String suite, String version, String manifest, Optional<String> parent) {}

    record OfDraw(String suite) {}

    record OfTrial(String trialKey, String caseId, String suite) {}

    record OfVerdict(String verdictId, String suite, String version) {}

    record OfRelease(String dataset, String version, String manifest, Optional<String> parent) {}

    record OfTombstone(String tombstone) {}

    record OfWithdrawal(String name, String version) {}

    record OfExample(String version, String exampleId, String origin, String leakGroup) {}
}
