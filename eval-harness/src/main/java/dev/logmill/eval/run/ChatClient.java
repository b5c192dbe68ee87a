package dev.logmill.eval.run;

import java.io.IOException;
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
    /** No answer is longer, in bytes. */
    private static final int LONGEST_BODY = 16 << 20;
    /** So often refused while others were answered, it is this request that the endpoint will not take. */
    private static final int MOST_PASSED_OVER = 10;

    private final HttpClient http;
    private final EndpointConfig endpoint;
    private final Optional<ApiKey> key;
    private final Duration timeout;
    private final int retries;
    private final Patience patience;
    private final EndpointBudget budget;
    private final ServerWords words;

    ChatClient(EndpointConfig endpoint, Optional<ApiKey> key, EvaluateConfig config, EndpointBudget budget) {
        this.endpoint = endpoint;
        this.key = key;
        this.timeout = Duration.ofSeconds(config.timeoutSeconds());
        this.retries = config.retries();
        this.patience = config.patience();
        this.budget = budget;
        this.words = new ServerWords(key);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(Math.min(10, config.timeoutSeconds())))
                .build();
    }

    /** One request and what came of it. */
    private record Attempt(Answer answer, InFlight.Load load, Optional<String> retryAfter) {
        static Attempt failed(Outcome outcome, IOException failure) {
            // Its message may hold anything; its kind tells a wrong name from a refused connection.
            Optional<String> kind = Optional.of(failure.getClass().getSimpleName());
            return new Attempt(Answer.none(outcome, kind), InFlight.Load.UNKNOWN, Optional.empty());
        }

        boolean refused() {
            return answer.outcome() == Outcome.RATE_LIMITED;
        }
    }

    /**
     * Sends a request body until it is answered, or for good reason not; blocks. A refusal for being too much (429) uses up
     * no retry: it is the endpoint's to say when, as long as it answers at all.
     */
    Reply ask(String body) throws InterruptedException {
        int failures = 0;
        int passedOver = 0;
        long answersSeen = Long.MAX_VALUE;
        for (int requests = 1; ; requests++) {
            Attempt made = attempt(body);
            if (made.refused() && retries > 0) {
                long answers = budget.pause().answers();
                passedOver += answers > answersSeen ? 1 : 0;
                answersSeen = answers;
                if (passedOver >= MOST_PASSED_OVER || budget.pause().isTooLong()) {
                    return made.answer().reply(requests);
                }
            } else if (made.answer().outcome().worthRetrying() && failures < retries) {
                Thread.sleep(patience.after(body, failures++, made.retryAfter(), Instant.now())
                        .toMillis());
            } else {
                return made.answer().reply(requests);
            }
        }
    }

    /** Why no request will be answered soon, where the endpoint says nothing but that it is too much. */
    Optional<String> refusedTooLong() {
        return budget.pause().isTooLong()
                ? Optional.of("the endpoint said nothing but 429 for as long as evaluate.max-wait-seconds")
                : Optional.empty();
    }

    private Attempt attempt(String body) throws InterruptedException {
        int round = budget.inFlight().enter();
        InFlight.Load load = InFlight.Load.UNKNOWN;
        try {
            int sentIn = budget.pause().end();
            Attempt made = sent(body);
            load = made.load();
            if (made.answer().transcript().isPresent()) {
                budget.pause().answered();
            } else if (made.refused() || made.retryAfter().isPresent()) {
                budget.pause().refused(sentIn, made.retryAfter(), Instant.now());
            }
            return made;
        } finally {
            budget.inFlight().leave(round, load);
        }
    }

    private Attempt sent(String body) throws InterruptedException {
        try {
            long begun = System.nanoTime();
            HttpResponse<byte[]> response = answered(request(body));
            long millis = (System.nanoTime() - begun) / 1_000_000;
            int status = response.statusCode();
            InFlight.Load load = InFlight.Load.ofStatus(status);
            if (status == 200) {
                return new Attempt(Answer.read(response.body(), millis, words), load, Optional.empty());
            }
            Optional<String> said = response.headers()
                    .firstValue("Location")
                    .flatMap(place -> words.redirection(endpoint.completions(), place))
                    .or(() -> words.of(response.body()));
            return new Attempt(
                    Answer.none(Outcome.ofStatus(status), said),
                    load,
                    response.headers().firstValue("Retry-After"));
        } catch (CappedBody.TooLong endless) {
            return Attempt.failed(Outcome.PARSE_FAILED, endless);
        } catch (HttpTimeoutException late) {
            return Attempt.failed(Outcome.TIMEOUT, late);
        } catch (IOException broken) {
            return Attempt.failed(Outcome.CONNECTION, broken);
        }
    }

    /** The whole answer within the timeout: the client's own covers only the time until the body begins. */
    private HttpResponse<byte[]> answered(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, header -> new CappedBody(LONGEST_BODY));
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
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.completions())
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        key.ifPresent(held -> request.header("Authorization", "Bearer " + held.secret()));
        return request.build();
    }
}
