package dev.logmill.eval.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An endpoint on the loopback address that answers as a test says, and counts what it is asked. */
final class ScriptedEndpoint implements AutoCloseable {
    /** What to do with the n-th request (from 0) of a question. */
    interface Script {
        void answer(Call call, int attempt) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(8);
    private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Script script;

    ScriptedEndpoint(Script script) {
        this.script = script;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(workers);
        server.createContext("/v1/chat/completions", this::handle);
        server.start();
    }

    void now(Script next) {
        attempts.clear();
        script = next;
    }

    /** The last user message of every request so far. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    EndpointConfig config(Optional<String> keyEnv) {
        return new EndpointConfig(
                "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort()),
                "a-model",
                Optional.empty(),
                keyEnv,
                Optional.of(0.0),
                Optional.of(64),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = Json.parse(exchange.getRequestBody().readAllBytes());
            JsonNode messages = request.path("messages");
            String question = messages.path(messages.size() - 1).path("content").asText();
            asked.add(question);
            int attempt = attempts.computeIfAbsent(question, none -> new AtomicInteger())
                    .getAndIncrement();
            script.answer(new Call(exchange, question), attempt);
        }
    }

    /** One request. */
    final class Call {
        private final HttpExchange exchange;
        private final String question;

        private Call(HttpExchange exchange, String question) {
            this.exchange = exchange;
            this.question = question;
        }

        String question() {
            return question;
        }

        Optional<String> key() {
            return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
        }

        void says(String content) throws IOException {
            finishes(content, "stop");
        }

        void finishes(String content, String reason) throws IOException {
            var body = Json.MAPPER.createObjectNode();
            var choice = body.putArray("choices").addObject().put("finish_reason", reason);
            choice.putObject("message").put("role", "assistant").put("content", content);
            body.putObject("usage").put("prompt_tokens", 7).put("completion_tokens", 3);
            sends(200, Json.canonical(body));
        }

        void sends(int status, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }

        void asksToWait(int status, String retryAfter) throws IOException {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
            sends(status, "{}");
        }

        void redirects(String location) throws IOException {
            exchange.getResponseHeaders().set("Location", location);
            sends(308, "");
        }

        /** So many bytes, or as many as are taken. */
        void floods(long bytes) throws IOException {
            exchange.sendResponseHeaders(200, bytes);
            byte[] some = new byte[1 << 16];
            for (long sent = 0; sent < bytes; sent += some.length) {
                exchange.getResponseBody().write(some);
            }
        }

        void hangsFor(long millis) {
            try {
                closing.await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        /** Nothing until the test ends. */
        void hangs() {
            awaitClose();
        }

        /** A header and the beginning of a body, and nothing more until the test ends. */
        void hangsInItsBody() throws IOException {
            exchange.sendResponseHeaders(200, 100);
            OutputStream body = exchange.getResponseBody();
            body.write("{\"choices\":".getBytes(StandardCharsets.UTF_8));
            body.flush();
            awaitClose();
        }

        /** Fewer bytes than the header promises. */
        void isCut() throws IOException {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write("{\"choices\":".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        }

        private void awaitClose() {
            try {
                closing.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        workers.shutdownNow();
    }
}
