package dev.logmill.eval;

import dev.logmill.curation.table.Table;
import dev.logmill.eval.run.Trial;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.Lottery;
import dev.logmill.eval.suite.SuiteVersion;
import dev.logmill.eval.verdict.Verdict;
import java.util.List;

/** The tables that evaluation reads and writes. */
public final class EvalTables {
    /** Every case that is live in a suite's newest version. */
    public static final Table<Case> CASES = new Table<>("cases", "one test", List.of("suite", "case_id"), Case.class);

    public static final Table<SuiteVersion> SUITES =
            new Table<>("suites", "one published suite version", List.of("suite", "version"), SuiteVersion.class);
    public static final Table<Lottery> DRAWS =
            new Table<>("draws", "one draw of a suite on a night", List.of("suite", "kind", "batch"), Lottery.class);
    public static final Table<Trial> TRIALS =
            new Table<>("trials", "one attempt at a case by a model", List.of("trial_key"), Trial.class);
    public static final Table<Verdict> VERDICTS =
            new Table<>("verdicts", "one decision about a candidate", List.of("verdict_id"), Verdict.class);

    private EvalTables() {}
}
