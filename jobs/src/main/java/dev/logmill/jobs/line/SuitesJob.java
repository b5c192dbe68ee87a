package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.table.Table;
import dev.logmill.eval.EvalTables;
import dev.logmill.jobs.config.LogmillConfig;
import dev.logmill.jobs.config.SettingsDigest;
import java.util.List;
import java.util.Optional;

/** Tonight's failures and a random sample of all traffic become cases; one suite an agent. */
public final class SuitesJob implements Job {
    public static final String NAME = "suites";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(
                EvalTables.CASES,
                EvalTables.SUITES,
                EvalTables.DRAWS,
                CurationTables.SPLITS,
                CurationTables.REJECTIONS);
    }

    @Override
    public Optional<Work> prepare(Night night) {
        boolean sameLabels = night.batchOf(ScoreJob.NAME) == night.before().consumedOf(ScoreJob.NAME);
        return sameLabels && !night.changed(settings(night.config()))
                ? Optional.empty()
                : Optional.of(() -> new SuitesNight(night).run());
    }

    @Override
    public String settings(LogmillConfig config) {
        return SettingsDigest.of(config.suites(), config.leak());
    }
}
