package dev.logmill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.eval.EvalTables;
import dev.logmill.eval.run.Trial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evaluations in a process of their own: killed, and with keys in its environment. */
class EvaluateKilledTest {
    @TempDir
    private Path folder;

    private SkilledModels models;
    private QuizHome home;

    @BeforeEach
    void publishSixtyCases() throws IOException {
        models = new SkilledModels();
        home = new QuizHome(folder.resolve("home"), models.url());
    }

    @AfterEach
    void stop() {
        models.close();
    }

    private Process started(String candidate, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(home.evaluate("quiz", candidate)));
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        process.environment().putAll(environment);
        return process.start();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"), StandardCharsets.UTF_8);
    }

    @Test
    @Timeout(120)
    void aKilledEvaluationPaysAgainForNothingThatWasAnswered() throws IOException, InterruptedException {
        Process killed = started("slow", Map.of());
        while (home.answersInLog() < 20 || models.asked().size() < 28) {
            assertThat(killed.isAlive()).as(said()).isTrue();
            Thread.sleep(10);
        }
        killed.destroyForcibly().waitFor();
        assertThat(home.answersInLog()).isEqualTo(20);
        models.goOn();
        assertThat(started("slow", Map.of()).waitFor()).as(said()).isZero();
        assertThat(said()).contains("slow: 40 asked now, 20 kept from before");
        List<String> twice = new ArrayList<>(models.asked());
        new HashSet<>(models.asked()).forEach(twice::remove);
        assertThat(twice)
                .as("what thinks from 20 on was under way")
                .allMatch(asked -> Integer.parseInt(asked.substring("slow ".length())) >= 20);
        assertThat(home.lake().rows(EvalTables.TRIALS))
                .extracting(Trial::trialKey)
                .hasSize(60)
                .doesNotHaveDuplicates();
        assertThat(home.answersInLog()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"`sk-good\n` | 10", "`` | 2", "` \n` | 2", "`sk-bad key` | 2", "`sk-bäd` | 2"})
    void aKeyIsStrippedOrRefusedAndNeverShown(String key, int code) throws IOException, InterruptedException {
        int ended = started("keyed", Map.of("LOGMILL_NO_SUCH_KEY", key)).waitFor();
        assertThat(ended).as(said()).isEqualTo(code);
        assertThat(said()).doesNotContain("sk-", "\tat ");
        if (code == 2) {
            assertThat(said())
                    .contains("evaluate.models.keyed.api-key-env names LOGMILL_NO_SUCH_KEY, which must hold a key");
            assertThat(models.requests()).isZero();
        }
    }
}
