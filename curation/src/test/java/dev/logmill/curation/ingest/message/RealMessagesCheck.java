package dev.logmill.curation.ingest.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.logmill.curation.ingest.Told;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.braintrust.BraintrustLog;
import dev.logmill.curation.ingest.openai.RealData;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Messages as others read them; run by name, see {@link RealData}. Where we disagree, the case is named with the reason. */
class RealMessagesCheck {
    private static final String RESULTS = "each result of a tool is a message of its own, not several in one";
    private static final String NO_MESSAGES = "what is no message is kept as what was said, instead of being left out";
    private static final String MEDIA =
            "media are references beside the text; the oracle looks for their part's name or their file's, which is an attribute";
    private static final String KEPT = "the oracle's converter drops a message that was said; its own note says so";

    private static final Map<String, String> LINGUA = Map.ofEntries(
            Map.entry("ai-sdk-multi-round-tool-use", RESULTS),
            Map.entry("anthropic_system", RESULTS),
            Map.entry("langchain-anthropic-image-content", MEDIA),
            Map.entry("langchain-multimodal-image-url-input", MEDIA),
            Map.entry("pydantic-ai-internal-image-attachment", MEDIA),
            Map.entry("pydantic-ai-internal-pdf-attachment", MEDIA),
            Map.entry("pydantic-ai-wrapper-image-attachment", MEDIA),
            Map.entry("langchain-anthropic-thinking-output", "a thought's signature is of use to its provider only"),
            Map.entry("langchain-js-tool-output-with-non-message-input", NO_MESSAGES),
            Map.entry("mastra-tool-call-span", NO_MESSAGES),
            Map.entry("no-messages", NO_MESSAGES),
            Map.entry(
                    "langchain-output-messages-wrapper-tool-loop",
                    "what a graph's state repeats of the input is no answer"),
            Map.entry("mastra-agent-run-parts-input", KEPT),
            Map.entry("mastra-legacy-tool-message", KEPT),
            Map.entry("mastra-llm-generation-tool-loop", KEPT),
            Map.entry("openai-responses-additional-tools-custom-tool", "tools that are offered are no message"),
            Map.entry("openai-responses-image-generation-call", "an answer's items are one message"));

    private static JsonNode json(Path file) throws IOException {
        return Json.parse(Files.readAllBytes(file));
    }

    private static List<Path> files(String folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(RealData.folder().resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    /** Braintrust's cases of what its Lingua reads of spans: each of them, with all that it asserts. */
    @Test
    void readsWhatLinguaReads() throws Exception {
        Map<String, String> disagreed = new TreeMap<>();
        List<Path> cases = files("braintrust/lingua-import-cases", ".assertions.json");
        for (Path file : cases) {
            String name = file.getFileName().toString().replace(".assertions.json", "");
            Path spans = file.resolveSibling(name + ".spans.json");
            String difference =
                    difference(Files.exists(spans) ? spans : file.resolveSibling(name + ".json"), json(file));
            if (!difference.isEmpty()) {
                disagreed.put(name, difference);
            }
        }
        System.out.printf(
                "Lingua: %d cases, %d agree, %d named%n", cases.size(), cases.size() - disagreed.size(), LINGUA.size());
        assertThat(cases).hasSize(63);
        assertThat(disagreed)
                .as("cases that differ, beside those that are named")
                .containsOnlyKeys(LINGUA.keySet());
    }

    /** What of a case's assertions our reading of its rows breaks; empty where it breaks none. */
    private static String difference(Path spans, JsonNode wanted) throws IOException {
        Told told = Told.by(new BraintrustLog(), "a.json", Files.readAllBytes(spans));
        List<Message> said = new ArrayList<>();
        for (Span span : told.spans()) {
            said.addAll(span.messagesIn());
            said.addAll(span.messagesOut());
        }
        List<String> roles = said.stream()
                .map(message -> message.role().name().toLowerCase(Locale.ROOT))
                .toList();
        List<String> expected = new ArrayList<>();
        wanted.path("expectedRolesInOrder").forEach(role -> expected.add(role.asText()));
        List<String> broken = new ArrayList<>(told.refusals());
        if (!roles.equals(expected)
                || roles.size() != wanted.path("expectedMessageCount").asInt()) {
            broken.add("roles " + roles);
        }
        wanted.path("mustContainText").forEach(word -> {
            if (!said.toString().contains(word.asText())) {
                broken.add("missing " + word.asText());
            }
        });
        wanted.path("mustNotContainText").forEach(word -> {
            if (said.toString().contains(word.asText())) {
                broken.add("holding " + word.asText());
            }
        });
        if (wanted.has("expectedAssistantContentPartTypes")
                && !kinds(said).equals(wanted.path("expectedAssistantContentPartTypes"))) {
            broken.add("parts " + kinds(said));
        }
        return String.join("; ", broken);
    }

    /** The kinds of parts of each answer, as Lingua names them. */
    private static JsonNode kinds(List<Message> said) {
        ArrayNode kinds = Json.MAPPER.createArrayNode();
        for (Message message : said) {
            if (message.role() == Role.ASSISTANT) {
                ArrayNode parts = kinds.addArray();
                message.reasoning().ifPresent(thought -> parts.add("reasoning"));
                message.content().ifPresent(text -> parts.add("text"));
                message.toolCalls().forEach(call -> parts.add("tool_call"));
            }
        }
        return kinds;
    }

    /** Langfuse's reading of its own observations as ChatML: who speaks, and each word and call that both know as such. */
    @Test
    void readsWhatLangfuseReadsAsChatMl() throws Exception {
        List<String> disagreed = new ArrayList<>();
        int sides = 0;
        for (Path file : files("langfuse/chatml-golden", ".trace.json")) {
            String name = file.getFileName().toString().replace(".trace.json", "");
            JsonNode golden = json(file.resolveSibling(name + ".chatml.json"));
            for (JsonNode observation : json(file).path("observations")) {
                for (String side : List.of("input", "output")) {
                    JsonNode read = golden.path(observation.path("id").asText()).path(side);
                    if (read.path("success").asBoolean() && isSpoken(read.path("data"))) {
                        sides++;
                        List<String> ours = read(observation.path(side), side);
                        List<String> theirs = theirs(read.path("data"));
                        if (!ours.equals(theirs)) {
                            disagreed.add("%s %s %s%n  %s%n  %s"
                                    .formatted(name, observation.path("name").asText(), side, ours, theirs));
                        }
                    }
                }
            }
        }
        System.out.printf("Langfuse ChatML: %d sides of observations, %d read otherwise%n", sides, disagreed.size());
        assertThat(sides).isGreaterThan(50);
        assertThat(disagreed).isEmpty();
    }

    /** It also takes a list of anything for messages; those have no role. */
    private static boolean isSpoken(JsonNode messages) {
        for (JsonNode message : messages) {
            if (!message.path("role").isTextual()) {
                return false;
            }
        }
        return !messages.isEmpty();
    }

    private static List<String> read(JsonNode logged, String side) throws UnreadableRecord {
        AnyMessages reader = new AnyMessages(new Fields());
        List<String> told = new ArrayList<>();
        for (Message message : side.equals("input") ? reader.input(logged, side) : reader.output(logged, side)) {
            StringBuilder text = new StringBuilder(message.role().name().toLowerCase(Locale.ROOT));
            text.append(": ").append(plain(message.content().orElse("")));
            message.toolCalls()
                    .forEach(call -> text.append(" -> ").append(call.name()).append(plain(call.arguments())));
            told.add(text.toString());
        }
        return told;
    }

    private static List<String> theirs(JsonNode messages) {
        List<String> told = new ArrayList<>();
        for (JsonNode message : messages) {
            String role = message.path("role").asText();
            boolean ofTool = !Speaker.isKnown(message) || message.has("tool_call_id") || isResponse(message);
            StringBuilder text = new StringBuilder(ofTool ? "tool" : role.equals("model") ? "assistant" : role);
            StringBuilder calls = new StringBuilder();
            List<String> texts = new ArrayList<>();
            // Langfuse keeps the texts of BeeAI, {role, text}, among what it does not know.
            JsonNode content = message.has("content") ? message.path("content") : message.at("/json/text");
            for (JsonNode part : content.isArray() ? content : Json.MAPPER.createArrayNode()) {
                if (part.path("type").asText().equals("tool_use")) {
                    calls.append(" -> ")
                            .append(part.path("name").asText())
                            .append(plain(Json.canonical(part.path("input"))));
                } else {
                    texts.add(Fields.asText(part.has("text") ? part.path("text") : part));
                }
            }
            if (!content.isArray() && !Fields.isEmpty(content)) {
                texts.add(Fields.asText(content));
            }
            for (JsonNode call : message.path("tool_calls")) {
                JsonNode named = call.has("name") ? call : call.path("function");
                calls.append(" -> ")
                        .append(named.path("name").asText())
                        .append(plain(new Fields().arguments(named.path("arguments"))));
            }
            told.add(text.append(": ")
                    .append(plain(String.join("\n", texts)))
                    .append(calls)
                    .toString());
        }
        return told;
    }

    /** Gemini's user hands the responses of tools on. */
    private static boolean isResponse(JsonNode message) {
        return message.path("role").asText().equals("user")
                && message.path("content").asText().startsWith("{\"greeting\"");
    }

    /** JSON in canonical form, so that the order of its keys is no difference. */
    private static String plain(String text) {
        return Json.container(text).map(Json::canonical).orElse(text);
    }
}
