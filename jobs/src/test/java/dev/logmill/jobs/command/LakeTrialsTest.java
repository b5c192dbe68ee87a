package dev.logmill.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Usage;
import dev.logmill.eval.EvalTables;
import dev.logmill.eval.run.Outcome;
import dev.logmill.eval.run.Transcript;
import dev.logmill.eval.run.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTrialsTest {
    @TempDir
    private Path folder;

    static Trial trial(String question) {
        Transcript said = new Transcript(Message.of(Role.ASSISTANT, question), Optional.empty(), Usage.NONE, 5);
        return new Trial(question + "-0", "case-" + question, "suite", "model", 0, Outcome.TRUNCATED, said, 2);
    }

    private Lake lake() {
        return new Lake(folder.toString(), StorageSettings.defaults());
    }

    @Test
    void findsWhatIsLookedForInLogAndTableAndNothingElse() {
        LakeTrials trials = new LakeTrials(lake());
        assertThat(trials.kept(Set.of("a"))).isEmpty();
        trials.keep(List.of(trial("a"), trial("b")));
        trials.settle();
        trials.keep(List.of(trial("c"), trial("d")));
        assertThat(trials.kept(Set.of("b", "d", "x"))).containsExactlyInAnyOrder(trial("b"), trial("d"));
        assertThat(trials.kept(Set.of("x"))).isEmpty();
    }

    @Test
    void everyTrialComesToTheTableOnceWhereverItWasStopped() throws IOException {
        LakeTrials trials = new LakeTrials(lake());
        trials.keep(List.of(trial("a"), trial("b"), trial("a")));
        Path log = folder.resolve("_logmill/answers.jsonl");
        byte[] before = Files.readAllBytes(log);
        trials.settle();
        // As if it had been killed after the table's commit and before the log's end.
        Files.write(log, before);
        trials.keep(List.of(trial("c")));
        assertThat(trials.kept(Set.of("a", "b", "c"))).hasSize(3);
        new LakeTrials(lake()).settle();
        assertThat(lake().rows(EvalTables.TRIALS)).containsExactlyInAnyOrder(trial("a"), trial("b"), trial("c"));
        assertThat(log).isEmptyFile();
    }
}
