package dev.logmill.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Models that answer "yes" to question {@code i} where the last digit of {@code i} plus their shift is below their skill:
 * {@code skill-7}, or {@code skill-7-shift-3}. {@code locked} wants another key, {@code down} is down, {@code cut} is cut at
 * its length, and {@code slow} thinks about a question from 20 on until the test lets it go on.
 */
final class SkilledModels implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final ExecutorService workers = Executors.newCachedThreadPool();

    SkilledModels() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort());
    }

    int requests() {
        return requests.get();
    }

    /** Model and question of every request so far. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    void goOn() {
        goOn.countDown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            JsonNode request = Json.parse(exchange.getRequestBody().readAllBytes());
            String model = request.path("model").asText();
            String question = request.path("messages").path(0).path("content").asText();
            asked.add(model + " " + question);
            if (model.equals("slow") && Integer.parseInt(question) >= 20) {
                goOn.await();
            }
            int status = model.equals("locked") ? 401 : model.equals("down") ? 500 : 200;
            ObjectNode body = Json.MAPPER.createObjectNode();
            if (status == 200) {
                ObjectNode choice = body.putArray("choices").addObject();
                choice.put("finish_reason", model.equals("cut") ? "length" : "stop");
                choice.putObject("message").put("role", "assistant").put("content", said(model, question));
                body.putObject("usage").put("prompt_tokens", 10).put("completion_tokens", 1);
            }
            byte[] bytes = Json.canonical(body).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String said(String model, String asked) {
        String[] parts = model.split("-", -1);
        if (parts.length < 2) {
            return "yes";
        }
        int shift = parts.length > 3 ? Integer.parseInt(parts[3]) : 0;
        int question = Integer.parseInt(asked);
        return (question + shift) % 10 < Integer.parseInt(parts[1]) ? "yes" : "no";
    }

    @Override
    public void close() {
        workers.shutdownNow();
        server.stop(0);
    }
}
