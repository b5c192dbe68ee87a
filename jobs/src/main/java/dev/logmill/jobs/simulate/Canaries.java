package dev.logmill.jobs.simulate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Base64;

/**
 * One person a night, invented for no other end than to be looked for: in each place where a log can hold something personal
 * stands something of theirs that stands nowhere else. What is found later tells by itself where it got through.
 */
final class Canaries {
    private static final String AGENT = "canary";

    private final Identities identities;
    private final LocalDate night;
    private final Pages pages;

    Canaries(long seed, LocalDate night, Pages pages, Truth truth) {
        this.identities = new Identities(seed, night, truth);
        this.night = night;
        this.pages = pages;
    }

    /** Lets the night's logs tell of its person. */
    void plant() {
        pages.add(NightLogs.GATEWAY, night, call());
        pages.add(NightLogs.GATEWAY, night, failedCall());
        pages.add(NightLogs.APP, night, agent());
        pages.add(NightLogs.APP, night, tool());
        pages.add(NightLogs.FEEDBACK, night, correction());
        pages.alone("app/%s/sent-by-%s.jsonl.gz".formatted(night, identities.mail("file name")), agentAlone());
        pages.broken(
                NightLogs.GATEWAY, night, "{\"trace_id\":7,\"note\":\"" + identities.mail("line that is broken off"));
    }

    private ObjectNode call() {
        ObjectNode record = gateway("call").put("status_code", 200);
        ObjectNode request = record.putObject("request").put("model", GatewayRecords.MODEL);
        request.put("user", identities.mail("user of a request"));
        request.putObject("metadata")
                .put("customer", identities.mail("metadata of a request"))
                .put("phone", identities.phone("metadata of a request"));
        messages(request.putArray("messages"));
        ObjectNode function = request.putArray("tools")
                .addObject()
                .put("type", "function")
                .putObject("function")
                .put("name", "send_mail")
                .put("description", "Sends a mail; ask " + identities.mail("description of a tool") + " before.");
        function.putObject("parameters").put("type", "object");
        ObjectNode message = Json.MAPPER
                .createObjectNode()
                .put("role", "assistant")
                .put("content", "I wrote to " + identities.mail("answer") + ".")
                .put("reasoning_content", "The card is " + identities.card("reasoning") + ".");
        record.set(
                "response", Completions.answer("production-2026", message, "stop", request.withArray("messages"), 0));
        ObjectNode debug = record.putObject("debug");
        debug.putObject("environment").put("GITHUB_TOKEN", identities.token("field that no format knows"));
        debug.putArray("arguments").add("--login").add(identities.mail("field that no format knows"));
        return record;
    }

    private void messages(ArrayNode messages) {
        messages.addObject()
                .put("role", "system")
                .put("content", "You serve " + identities.mail("system prompt") + ".");
        ArrayNode parts = messages.addObject().put("role", "user").putArray("content");
        parts.addObject()
                .put("type", "text")
                .put(
                        "text",
                        "Hello, my name is %s. Call me at %s or write to %s. I pay from %s with card %s."
                                .formatted(
                                        identities.name("question"),
                                        identities.phone("question"),
                                        identities.mail("question"),
                                        identities.iban("question"),
                                        identities.card("question")));
        parts.addObject()
                .put("type", "image_url")
                .putObject("image_url")
                .put("url", "https://cdn.example.org/a.png?mail=" + percent(identities.mail("address of an image")));
        ObjectNode call = messages.addObject()
                .put("role", "assistant")
                .putArray("tool_calls")
                .addObject();
        call.put("id", "call_1").put("type", "function");
        ObjectNode nested = Json.MAPPER.createObjectNode().put("iban", identities.iban("JSON in arguments of a call"));
        call.putObject("function")
                .put("name", "send_mail")
                .put(
                        "arguments",
                        Json.MAPPER
                                .createObjectNode()
                                .put("to", identities.mail("arguments of a call"))
                                .put("body", nested.toString())
                                .toString());
        messages.addObject().put("role", "tool").put("tool_call_id", "call_1").put("content", result().toString());
    }

    /** A tool's result with something personal in every dress. */
    private ObjectNode result() {
        ObjectNode result = Json.MAPPER.createObjectNode().put("to", identities.mail("result of a tool"));
        result.put("attachment", base64("Sent to " + identities.mail("base64 in a result") + " today."));
        result.put("link", "https://shop.example.org/o?m=" + percent(identities.mail("percent encoding in a result")));
        result.put("html", "<b>" + entities(identities.mail("character references in a result")) + "</b>");
        new Disguises(identities).addTo(result);
        result.put("key_of_" + identities.mail("key of a result"), true);
        result.put("account", Long.parseLong(identities.card("number in a result")));
        return result;
    }

    private ObjectNode failedCall() {
        ObjectNode record = gateway("failed").put("status_code", 500);
        record.putObject("request")
                .put("model", GatewayRecords.MODEL)
                .putArray("messages")
                .addObject()
                .put("role", "user")
                .put("content", "Again, please.");
        record.putObject("error").put("type", "server_error").put("message", stack("error of a call"));
        return record;
    }

    private ObjectNode agent() {
        return app("agent", "agent")
                .put(
                        "name",
                        "serve %s for %s"
                                .formatted(identities.mail("name of a span"), identities.name("name of a span")))
                .put("version", "built-by-" + identities.mail("version of an agent"))
                .put("error", stack("error of a span"));
    }

    private ObjectNode agentAlone() {
        return app("alone", "agent").put("name", AGENT);
    }

    private ObjectNode tool() {
        ObjectNode record = app("tool", "tool")
                .put("parent", id("agent"))
                .put("name", "lookup")
                .put("tool", "lookup")
                .put("call", "call_1")
                .put("result", "Found " + identities.name("result of a tool span") + ", my name is on the list.");
        record.putObject("args").put("who", identities.mail("arguments of a tool span"));
        return record;
    }

    private ObjectNode correction() {
        return Json.MAPPER
                .createObjectNode()
                .put("kind", "correction")
                .put("event_id", "event-" + night)
                .put("feedback_id", identities.mail("id of feedback"))
                .put("trace", "canary-" + night)
                .put("span", id("call"))
                .put("user", identities.mail("user of feedback"))
                .put("session", identities.mail("session of feedback"))
                .put("text", "My number is %s, not that one.".formatted(identities.phone("correction")))
                .put("at_ms", millis());
    }

    private ObjectNode gateway(String what) {
        return Json.MAPPER
                .createObjectNode()
                .put("timestamp", Instant.ofEpochMilli(millis()).toString())
                .put("latency_ms", 900)
                .put("trace_id", "canary-" + night)
                .put("span_id", id(what))
                .put("session_id", identities.mail("session of a %s call".formatted(what)))
                .put("user_id", identities.mail("user of a %s call".formatted(what)))
                .put("agent", AGENT)
                .put("project", "demo");
    }

    private ObjectNode app(String what, String type) {
        return Json.MAPPER
                .createObjectNode()
                .put("trace", "canary-app-" + night)
                .put("id", id(what))
                .put("type", type)
                .put("agent", AGENT)
                .put("user", identities.mail("user of a span, " + what))
                .put("session", identities.mail("session of a span, " + what))
                .put("started_ms", millis())
                .put("ended_ms", millis() + 900);
    }

    private String id(String what) {
        return "canary-%s-%s".formatted(what, night);
    }

    private long millis() {
        return night.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private String stack(String place) {
        return "java.lang.IllegalStateException: no account for %s%n\tat shop.Accounts.find(Accounts.java:41)%n\tat shop.Main.main(Main.java:7)"
                .formatted(identities.mail(place));
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String entities(String text) {
        StringBuilder encoded = new StringBuilder();
        text.chars().forEach(c -> encoded.append("&#").append(c).append(';'));
        return encoded.toString();
    }
}
