package dev.logmill.jobs.command;

import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.table.Table;
import dev.logmill.eval.EvalTables;
import dev.logmill.eval.run.Trial;
import dev.logmill.eval.run.TrialStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Trials in the lake. A file is read whole only where its column of keys holds one that is looked for. */
record LakeTrials(Lake lake) implements TrialStore {
    private static final Table<Trial> TABLE = EvalTables.TRIALS;

    /** A trial as its key alone. */
    private record Key(String trialKey) {}

    @Override
    public List<Trial> kept(Set<String> trialKeys) {
        List<Trial> kept = new ArrayList<>();
        for (DataFile file : lake.state(TABLE).files()) {
            AtomicBoolean holds = new AtomicBoolean();
            lake.scan(TABLE, List.of(file), Key.class, key -> {
                if (trialKeys.contains(key.trialKey())) {
                    holds.set(true);
                }
            });
            if (holds.get()) {
                lake.scan(TABLE, List.of(file), Trial.class, trial -> {
                    if (trialKeys.contains(trial.trialKey())) {
                        kept.add(trial);
                    }
                });
            }
        }
        return kept;
    }

    @Override
    public void keep(Collection<Trial> trials) {
        lake.append(TABLE, List.copyOf(trials));
    }
}
