package dev.logmill.eval.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.ChatMessages;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.UsageConvention;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Usage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks one endpoint for chat completions, and asks again after an infrastructure error that may pass. */
final class ChatClient {
    private final HttpClient http;
    private final EndpointConfig endpoint;
    private final Optional<String> key;
    private final Duration timeout;
    private final int retries;
    private final Patience patience;
    private final InFlight inFlight;

    ChatClient(EndpointConfig endpoint, Optional<String> key, EvaluateConfig config) {
        this.endpoint = endpoint;
        this.key = key;
        this.timeout = Duration.ofSeconds(config.timeoutSeconds());
        this.retries = config.retries();
        this.patience = new Patience(Duration.ofSeconds(config.maxWaitSeconds()));
        this.inFlight = new InFlight(config.concurrency());
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(Math.min(10, config.timeoutSeconds())))
                .build();
    }

    /** One request and what came of it. */
    private record Attempt(Outcome outcome, Optional<Transcript> transcript, Optional<String> retryAfter) {
        static Attempt failed(Outcome outcome) {
            return new Attempt(outcome, Optional.empty(), Optional.empty());
        }
    }

    /** Sends a request body until it is answered, or for good reason not; blocks. */
    Reply ask(String body) throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            Attempt made = attempt(body);
            if (!made.outcome().worthRetrying() || attempt >= retries) {
                return new Reply(made.outcome(), made.transcript(), attempt + 1);
            }
            Thread.sleep(patience.after(body, attempt, made.retryAfter(), Instant.now())
                    .toMillis());
        }
    }

    private Attempt attempt(String body) throws InterruptedException {
        int round = inFlight.enter();
        InFlight.Load load = InFlight.Load.UNKNOWN;
        try {
            long begun = System.nanoTime();
            HttpResponse<byte[]> response = answered(request(body));
            long millis = (System.nanoTime() - begun) / 1_000_000;
            load = InFlight.Load.ofStatus(response.statusCode());
            return response.statusCode() == 200
                    ? read(response.body(), millis)
                    : new Attempt(
                            Outcome.ofStatus(response.statusCode()),
                            Optional.empty(),
                            response.headers().firstValue("Retry-After"));
        } catch (HttpTimeoutException late) {
            return Attempt.failed(Outcome.TIMEOUT);
        } catch (IOException broken) {
            return Attempt.failed(Outcome.CONNECTION);
        } finally {
            inFlight.leave(round, load);
        }
    }

    /** The whole answer within the timeout: the client's own covers only the time until the body begins. */
    private HttpResponse<byte[]> answered(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new HttpTimeoutException("no whole answer in time");
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            throw stopped;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException broken ? broken : new IOException(failed.getCause());
        }
    }

    private HttpRequest request(String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint.completions()))
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request.build();
    }

    private static Attempt read(byte[] body, long millis) {
        try {
            JsonNode json = Json.parse(body);
            JsonNode choice = json.path("choices").path(0);
            if (!choice.path("message").isObject()) {
                return Attempt.failed(Outcome.PARSE_FAILED);
            }
            Optional<String> finish = Fields.text(choice, "finish_reason");
            Transcript transcript = new Transcript(
                    new ChatMessages(new Fields()).answer(choice.path("message"), "choices[0].message"),
                    finish,
                    UsageConvention.CHAT.read(json.path("usage")).orElse(Usage.NONE),
                    millis);
            return new Attempt(
                    finish.map(Outcome::ofFinish).orElse(Outcome.ANSWERED), Optional.of(transcript), Optional.empty());
        } catch (IOException | UnreadableRecord notAnAnswer) {
            return Attempt.failed(Outcome.PARSE_FAILED);
        }
    }
}
