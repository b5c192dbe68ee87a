package dev.logmill.jobs.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A small OpenAI-compatible server on the loopback address whose models are right as often as promised. The same model
 * answers the same prompt alike, always.
 */
public final class ModelServer implements AutoCloseable {
    private static final int WORKERS = 16;
    private static final int LARGEST_REQUEST = 4 << 20;

    /** The chance of a right answer, by model. */
    static final Map<String, Double> SKILLS =
            Map.of("candidate-good", 0.95, "production", 0.80, "candidate-same", 0.80, "candidate-poor", 0.45);

    private final HttpServer server;
    private final ExecutorService workers;

    private ModelServer(HttpServer server, ExecutorService workers) {
        this.server = server;
        this.workers = workers;
    }

    /** Starts on this port; 0 takes a free one. */
    public static ModelServer start(int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ExecutorService workers = Executors.newFixedThreadPool(WORKERS, work -> {
                Thread thread = new Thread(work, "model-server");
                thread.setDaemon(true);
                return thread;
            });
            server.setExecutor(workers);
            server.createContext("/v1/chat/completions", ModelServer::complete);
            server.createContext("/v1/models", exchange -> send(exchange, 200, list()));
            server.start();
            return new ModelServer(server, workers);
        } catch (IOException taken) {
            throw new UncheckedIOException("The model server could not listen on port " + port, taken);
        }
    }

    /** The names of the models, in order. */
    public static List<String> models() {
        return SKILLS.keySet().stream().sorted().toList();
    }

    /** The base URL, ending in {@code /v1}. */
    public String url() {
        InetSocketAddress address = server.getAddress();
        return "http://%s:%d/v1".formatted(address.getAddress().getHostAddress(), address.getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private static void complete(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST);
        Optional<JsonNode> request = Json.container(new String(body, StandardCharsets.UTF_8));
        if (request.isEmpty() || !request.get().path("messages").isArray()) {
            send(exchange, 400, error("the body must be a chat completions request"));
        } else if (!SKILLS.containsKey(request.get().path("model").asText())) {
            send(exchange, 404, error("there is no such model; GET /v1/models lists them"));
        } else {
            send(exchange, 200, answer(request.get()));
        }
    }

    private static ObjectNode answer(JsonNode request) {
        String model = request.path("model").asText();
        JsonNode messages = request.path("messages");
        ModelReply reply = reply(model, messages);
        ObjectNode message = Completions.message(reply, Orders.callId(reply.written()));
        return Completions.answer(model, message, Completions.finish(reply), messages, 0);
    }

    /** What a model answers. */
    static ModelReply reply(String model, JsonNode messages) {
        String prompt = Json.canonical(messages);
        Chat chat = Chat.of(messages);
        Optional<Oracle.Known> known = Oracle.solve(chat);
        if (known.isEmpty()) {
            return ModelReply.text("Thank you for asking; I am afraid I cannot say more about it.");
        }
        boolean right = Digest.of(model, prompt).unit() < SKILLS.getOrDefault(model, 0.0);
        return right
                ? known.get().right()
                : known.get().craft().miss(chat, known.get().right(), Dice.of("miss", model, prompt));
    }

    private static ObjectNode list() {
        ObjectNode list = Json.MAPPER.createObjectNode().put("object", "list");
        var data = list.putArray("data");
        models().forEach(id ->
                data.addObject().put("id", id).put("object", "model").put("owned_by", "logmill"));
        return list;
    }

    private static ObjectNode error(String message) {
        ObjectNode error = Json.MAPPER.createObjectNode();
        error.putObject("error").put("message", message).put("type", "invalid_request_error");
        return error;
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = Json.canonical(body).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
