package dev.logmill.curation;

import dev.logmill.curation.agent.Agent;
import dev.logmill.curation.erase.Tombstone;
import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.feedback.Preference;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.ingest.Quarantine;
import dev.logmill.curation.pair.FormerEdge;
import dev.logmill.curation.pair.LeakKey;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.pair.Rejection;
import dev.logmill.curation.pair.Split;
import dev.logmill.curation.publish.Withdrawal;
import dev.logmill.curation.run.Run;
import dev.logmill.curation.table.Table;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.vault.HolderKey;
import dev.logmill.curation.vault.Sealed;
import java.util.List;

/** The tables that curation reads and writes. */
public final class CurationTables {
    public static final Table<LedgerEntry> LEDGER =
            new Table<>("ledger", "one raw object read", List.of("source", "object_key", "etag"), LedgerEntry.class);
    public static final Table<Span> SPANS = new Table<>(
            "spans",
            "one span, newest version; one part of a span where its log tells it bit by bit",
            List.of("source", "project", "trace_id", "span_id", "record_digest"),
            Span.class);
    public static final Table<Signal> SIGNALS =
            new Table<>("signals", "one signal", List.of("signal_id"), Signal.class);
    public static final Table<Quarantine> QUARANTINE =
            new Table<>("quarantine", "one unreadable record", List.of("source", "record_digest"), Quarantine.class);
    public static final Table<Sealed> VAULT = new Table<>(
            "vault", "the sealed original of one row", List.of("kept_in", "row_key", "record_digest"), Sealed.class);
    public static final Table<HolderKey> KEYS = new Table<>(
            "keys",
            "the key of one holder's originals of one ingest, wrapped",
            List.of("holder", "batch"),
            HolderKey.class);
    public static final Table<Run> RUNS = new Table<>("runs", "one run", List.of("run_id"), Run.class);
    public static final Table<Pair> PAIRS = new Table<>("pairs", "one pair", List.of("pair_id"), Pair.class);
    public static final Table<Provenance> PROVENANCE = new Table<>(
            "provenance", "one time that a pair was produced", List.of("pair_id", "run_id", "step"), Provenance.class);
    public static final Table<FormerEdge> FORMER_EDGES = new Table<>(
            "former_edges",
            "one time that a pair was produced before its trace was built again",
            List.of("pair_id", "run_id", "step", "batch"),
            FormerEdge.class);
    public static final Table<Rejection> REJECTIONS = new Table<>(
            "rejections", "one decision not to use something", List.of("stage", "subject_row"), Rejection.class);
    public static final Table<Split> SPLITS =
            new Table<>("splits", "the sticky side of a leak group", List.of("anchor"), Split.class);
    public static final Table<LeakKey> LEAK_KEYS = new Table<>(
            "leak_keys", "one thing that rows share and must not be split over", List.of("leak_key"), LeakKey.class);
    public static final Table<Agent> AGENTS =
            new Table<>("agents", "one agent version as of a night", List.of("agent", "version", "as_of"), Agent.class);
    public static final Table<Label> LABELS =
            new Table<>("labels", "one label of one pair as of a night", List.of("pair_id", "as_of"), Label.class);
    public static final Table<Preference> PREFERENCES =
            new Table<>("preferences", "two answers, one preferred", List.of("preference_id"), Preference.class);

    public static final Table<Tombstone> TOMBSTONES =
            new Table<>("tombstones", "one thing that was erased and stays so", List.of("tombstone"), Tombstone.class);
    public static final Table<Withdrawal> WITHDRAWALS = new Table<>(
            "withdrawals",
            "one published version that nobody should use any more",
            List.of("product", "name", "version"),
            Withdrawal.class);

    private CurationTables() {}
}
