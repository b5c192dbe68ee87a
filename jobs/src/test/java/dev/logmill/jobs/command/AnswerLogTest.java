package dev.logmill.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.eval.run.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerLogTest {
    private static final Trial A = LakeTrialsTest.trial("a");
    private static final Trial B = LakeTrialsTest.trial("b");

    @TempDir
    private Path folder;

    private AnswerLog log;

    @BeforeEach
    void open() {
        log = new AnswerLog(new Lake(folder.toString(), StorageSettings.defaults()));
    }

    private Path file() {
        return folder.resolve("_logmill/answers.jsonl");
    }

    @Test
    void whatIsAddedIsThere() {
        assertThat(log.trials()).isEmpty();
        log.add(List.of(A));
        log.add(List.of(B));
        assertThat(log.trials()).containsExactly(A, B);
    }

    @Test
    void aLineThatWasNotWrittenToItsEndIsDroppedAndSwallowsNothing() throws IOException {
        log.add(List.of(A, B));
        byte[] whole = Files.readAllBytes(file());
        for (int cut = 1; cut < 40; cut++) {
            Files.write(file(), Arrays.copyOf(whole, whole.length - cut));
            log.add(List.of(LakeTrialsTest.trial("c")));
            assertThat(log.trials())
                    .extracting(Trial::trialKey)
                    .containsExactlyElementsOf(cut == 1 ? List.of("a-0", "b-0", "c-0") : List.of("a-0", "c-0"));
        }
    }

    @Test
    void whatIsTakenIsForgottenAndWhatIsNotTakenIsNot() {
        log.add(List.of(A));
        assertThatThrownBy(() -> log.handOver(trials -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        List<Trial> taken = new ArrayList<>();
        log.handOver(taken::addAll);
        assertThat(taken).containsExactly(A);
        assertThat(log.trials()).isEmpty();
    }
}
