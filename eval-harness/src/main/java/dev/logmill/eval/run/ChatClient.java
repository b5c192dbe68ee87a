package dev.logmill.eval.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.ChatMessages;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.UsageConvention;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Usage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks one endpoint for chat completions. Repeats a request after an infrastructure error, waiting twice as long each
 * time, with a jitter that is drawn from the request, and as long as the server asks for where it does.
 */
final class ChatClient {
    private static final long FIRST_WAIT_MS = 250;
    private static final long LONGEST_WAIT_MS = 20_000;

    private final HttpClient http;
    private final EndpointConfig endpoint;
    private final Optional<String> key;
    private final Duration timeout;
    private final int retries;

    ChatClient(HttpClient http, EndpointConfig endpoint, Optional<String> key, Duration timeout, int retries) {
        this.http = http;
        this.endpoint = endpoint;
        this.key = key;
        this.timeout = timeout;
        this.retries = retries;
    }

    /** Sends a request body until it is answered, or for good reason not; blocks. */
    Reply ask(String body) throws InterruptedException {
        Reply last = failed(InfraError.CONNECTION, 0);
        for (int attempt = 0; attempt <= retries; attempt++) {
            long begun = System.nanoTime();
            long wait = backoff(body, attempt);
            try {
                HttpResponse<byte[]> response = answered(request(body));
                long millis = (System.nanoTime() - begun) / 1_000_000;
                if (response.statusCode() == 200) {
                    last = read(response.body(), millis, attempt + 1);
                } else {
                    last = failed(InfraError.ofStatus(response.statusCode()), attempt + 1);
                    wait = Math.max(wait, retryAfter(response));
                }
            } catch (HttpTimeoutException late) {
                last = failed(InfraError.TIMEOUT, attempt + 1);
            } catch (IOException broken) {
                last = failed(InfraError.CONNECTION, attempt + 1);
            }
            boolean again = last.error().filter(InfraError::worthRetrying).isPresent() && attempt < retries;
            if (!again) {
                return last;
            }
            Thread.sleep(Math.min(wait, LONGEST_WAIT_MS));
        }
        return last;
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
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException broken ? broken : new IOException(failed.getCause());
        }
    }

    private HttpRequest request(String body) {
        String base = endpoint.url().endsWith("/") ? endpoint.url() : endpoint.url() + "/";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "chat/completions"))
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request.build();
    }

    private static Reply read(byte[] body, long millis, int requests) {
        try {
            JsonNode json = Json.parse(body);
            JsonNode choice = json.path("choices").path(0);
            if (!choice.path("message").isObject()) {
                return failed(InfraError.PARSE_FAILED, requests);
            }
            Fields fields = new Fields();
            return new Reply(
                    Optional.of(new ChatMessages(fields).answer(choice.path("message"), "choices[0].message")),
                    Optional.empty(),
                    Fields.text(choice, "finish_reason"),
                    UsageConvention.CHAT.read(json.path("usage")).orElse(Usage.NONE),
                    millis,
                    requests);
        } catch (IOException | UnreadableRecord notAnAnswer) {
            return failed(InfraError.PARSE_FAILED, requests);
        }
    }

    private static Reply failed(InfraError error, int requests) {
        return new Reply(Optional.empty(), Optional.of(error), Optional.empty(), Usage.NONE, 0, requests);
    }

    private static long backoff(String body, int attempt) {
        double jitter = 0.5 + Digest.of(body, Integer.toString(attempt)).unit();
        return (long) (FIRST_WAIT_MS * Math.pow(2, attempt) * jitter);
    }

    private static long retryAfter(HttpResponse<byte[]> response) {
        try {
            return response.headers()
                    .firstValue("Retry-After")
                    .map(seconds -> (long) (Double.parseDouble(seconds) * 1000))
                    .orElse(0L);
        } catch (NumberFormatException date) {
            return 0;
        }
    }
}
