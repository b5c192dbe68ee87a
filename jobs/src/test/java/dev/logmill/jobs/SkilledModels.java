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
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Models that answer "yes" to question {@code i} where the last digit of {@code i} plus their shift is below their skill:
 * {@code skill-7}, or {@code skill-7-shift-3}. {@code locked} wants another key, {@code down} is down, and {@code cut} is
 * cut at its length.
 */
final class SkilledModels implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();

    SkilledModels() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort());
    }

    int requests() {
        return requests.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            JsonNode request = Json.parse(exchange.getRequestBody().readAllBytes());
            String model = request.path("model").asText();
            int status = model.equals("locked") ? 401 : model.equals("down") ? 500 : 200;
            ObjectNode body = Json.MAPPER.createObjectNode();
            if (status == 200) {
                ObjectNode choice = body.putArray("choices").addObject();
                choice.put("finish_reason", model.equals("cut") ? "length" : "stop");
                choice.putObject("message").put("role", "assistant").put("content", said(model, request));
            }
            byte[] bytes = Json.canonical(body).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String said(String model, JsonNode request) {
        String[] parts = model.split("-", -1);
        if (parts.length < 2) {
            return "yes";
        }
        int shift = parts.length > 3 ? Integer.parseInt(parts[3]) : 0;
        int question = Integer.parseInt(
                request.path("messages").path(0).path("content").asText());
        return (question + shift) % 10 < Integer.parseInt(parts[1]) ? "yes" : "no";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
