package dev.logmill.jobs.command;

import dev.logmill.curation.table.Table;
import dev.logmill.jobs.line.Done;
import dev.logmill.jobs.line.Job;
import dev.logmill.jobs.line.Night;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves answers that an evaluation left in its log to the table, where they are found by their case. */
final class SettleJob implements Job {
    @Override
    public String name() {
        return "settle";
    }

    @Override
    public List<Table<?>> writes() {
        return List.of();
    }

    @Override
    public Optional<Work> prepare(Night night) {
        return Optional.of(() -> {
            long answers = new AnswerLog(night.lake()).trials().size();
            new LakeTrials(night.lake()).settle();
            return Done.of(Map.of("answers", answers), Map.of()).withoutEffect();
        });
    }
}
