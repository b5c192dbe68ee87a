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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Trials in the lake: answers come to its log first, and to the table all at once. */
final class LakeTrials implements TrialStore {
    private static final Table<Trial> TABLE = EvalTables.TRIALS;

    private final Lake lake;
    private final AnswerLog log;

    LakeTrials(Lake lake) {
        this.lake = lake;
        this.log = new AnswerLog(lake);
    }

    /** A trial as its key alone. */
    private record Key(String trialKey) {}

    /** The log is read first: what another process moves from it to the table meanwhile is then in both, not in neither. */
    @Override
    public List<Trial> kept(Set<String> questions) {
        Map<String, Trial> kept = new TreeMap<>();
        log.trials().stream()
                .filter(trial -> questions.contains(Trial.question(trial.trialKey())))
                .forEach(trial -> kept.put(trial.trialKey(), trial));
        inTable(questions).forEach(trial -> kept.put(trial.trialKey(), trial));
        return List.copyOf(kept.values());
    }

    @Override
    public void keep(Collection<Trial> trials) {
        log.add(trials);
    }

    /**
     * Moves what is in the log to the table, each trial once: what was stopped between the table's commit and the log's end
     * left it in both. The lake must be held.
     */
    void settle() {
        lake.create(TABLE);
        log.handOver(answered -> {
            Map<String, Trial> open = new TreeMap<>();
            answered.forEach(trial -> open.putIfAbsent(trial.trialKey(), trial));
            inTable(open.keySet().stream().map(Trial::question).collect(Collectors.toSet()))
                    .forEach(trial -> open.remove(trial.trialKey()));
            if (!open.isEmpty()) {
                lake.append(TABLE, List.copyOf(open.values()));
            }
        });
    }

    private List<Trial> inTable(Set<String> questions) {
        return lake.state(TABLE).files().stream()
                .flatMap(file -> inFile(file, questions).stream())
                .toList();
    }

    private List<Trial> inFile(DataFile file, Set<String> questions) {
        List<Trial> found = new ArrayList<>();
        lake.iterate(TABLE, file, Key.class, key -> questions.contains(Trial.question(key.trialKey())))
                .forEachRemaining(found::add);
        return found;
    }
}
