package dev.logmill.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Usage;
import dev.logmill.eval.run.Outcome;
import dev.logmill.eval.run.Transcript;
import dev.logmill.eval.run.Trial;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTrialsTest {
    @TempDir
    private Path folder;

    private static Trial trial(String key) {
        Transcript said = new Transcript(Message.of(Role.ASSISTANT, key), Optional.empty(), Usage.NONE, 5);
        return new Trial(key, "case-" + key, "suite", "model", 0, Outcome.TRUNCATED, said, 2);
    }

    @Test
    void findsWhatIsLookedForAndNothingElse() {
        LakeTrials trials = new LakeTrials(new Lake(folder.toString(), StorageSettings.defaults()));
        assertThat(trials.kept(Set.of("a"))).isEmpty();
        trials.keep(List.of(trial("a"), trial("b")));
        trials.keep(List.of(trial("c"), trial("d")));
        assertThat(trials.kept(Set.of("b", "d", "x"))).containsExactlyInAnyOrder(trial("b"), trial("d"));
        assertThat(trials.kept(Set.of("x"))).isEmpty();
    }
}
