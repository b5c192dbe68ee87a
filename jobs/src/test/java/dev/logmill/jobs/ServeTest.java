package dev.logmill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The simulation's models, started by hand. */
class ServeTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(60)
    void modelsAreServedUntilTheyAreStopped() throws Exception {
        Path summary = folder.resolve("summary.json");
        AtomicInteger code = new AtomicInteger(-1);
        Thread serving = new Thread(
                () -> code.set(Main.run(new String[] {"simulate", "--serve", "0", "--summary", summary.toString()})));
        serving.start();
        Optional<JsonNode> written = Optional.empty();
        while (written.isEmpty()) {
            Thread.sleep(10);
            written = Files.exists(summary) ? Json.container(Files.readString(summary)) : Optional.empty();
        }
        String url = written.get().path("url").asText();
        HttpResponse<String> models = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url + "/models")).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(models.body()).contains("candidate-good", "candidate-poor", "production");
        serving.interrupt();
        serving.join();
        assertThat(code.get()).isZero();
    }
}
