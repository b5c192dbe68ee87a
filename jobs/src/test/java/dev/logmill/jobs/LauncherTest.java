package dev.logmill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
    @ParameterizedTest
    @ValueSource(strings = {"lots", "4", "-4g", "0g", "4g -Xms1g", "511m"})
    void aHeapThatIsNoSizeIsAMistakeInTheCommand(String heap) throws IOException, InterruptedException {
        ProcessBuilder launcher =
                new ProcessBuilder(Path.of("..", "logmill").toAbsolutePath().toString(), "status");
        launcher.environment().put("LOGMILL_HEAP", heap);
        Process process = launcher.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said)
                .isEqualTo("logmill: LOGMILL_HEAP must be a size such as 4g or 2048m, at least 512m, was '%s'\n"
                        .formatted(heap));
    }
}
