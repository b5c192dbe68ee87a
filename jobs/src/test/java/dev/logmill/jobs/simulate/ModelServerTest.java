package dev.logmill.jobs.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModelServerTest {
    private static ArrayNode messages(SimulatedAgent agent, String text) {
        ArrayNode messages = Json.MAPPER.createArrayNode();
        messages.addObject().put("role", "system").put("content", agent.craft().system(1));
        messages.addObject().put("role", "user").put("content", text);
        return messages;
    }

    private static ArrayNode prompt(SimulatedAgent agent, int number) {
        return messages(
                agent,
                agent.craft()
                        .task(Dice.of("prompt", agent.text(), Integer.toString(number)), 1)
                        .text());
    }

    @ParameterizedTest
    @EnumSource
    void theOracleSolvesEveryTask(SimulatedAgent agent) {
        for (int i = 0; i < 300; i++) {
            Chat chat = Chat.of(prompt(agent, i));
            assertThat(Oracle.solve(chat)).as(chat.question()).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMissIsNeverRight(SimulatedAgent agent) {
        for (int i = 0; i < 300; i++) {
            Chat chat = Chat.of(prompt(agent, i));
            Oracle.Known known = Oracle.solve(chat).orElseThrow();
            ModelReply missed = agent.craft().miss(chat, known.right(), Dice.of("test", Integer.toString(i)));
            assertThat(missed.written()).isNotEqualTo(known.right().written());
        }
    }

    @Test
    void theOracleKeepsThePlaceholderOfAnAddress() {
        String text = "Please send ORD48213 to 12 Elm Street in Dayton, contact <EMAIL_k3f9q>, thank you.";
        assertThat(ModelServerTest.right(messages(SimulatedAgent.ORDER_TOOLS, text)))
                .isEqualTo("change_address{\"city\":\"Dayton\",\"contact\":\"<EMAIL_k3f9q>\",\"order_id\":\"ORD48213\","
                        + "\"street\":\"12 Elm Street\"}");
    }

    @Test
    void aToolsResultAsksForTheEnd() {
        ArrayNode messages = messages(SimulatedAgent.ORDER_TOOLS, "Where is my order ORD48213?");
        messages.addObject().put("role", "tool").put("content", "{\"status\":\"packed\",\"eta_days\":3}");
        assertThat(right(messages)).isEqualTo("Order ORD48213 is packed and should be with you in 3 days.");
    }

    private static String right(ArrayNode messages) {
        return Oracle.solve(Chat.of(messages)).orElseThrow().right().written();
    }

    @ParameterizedTest
    @CsvSource({"candidate-good, 0.95", "production, 0.8", "candidate-same, 0.8", "candidate-poor, 0.45"})
    void aModelIsRightAsOftenAsPromised(String model, double skill) {
        int right = 0;
        for (int i = 0; i < 1000; i++) {
            ArrayNode prompt = prompt(Dice.of("agent", Integer.toString(i)).of(List.of(SimulatedAgent.values())), i);
            right += ModelServer.reply(model, prompt).written().equals(right(prompt)) ? 1 : 0;
        }
        assertThat(right / 1000.0).isCloseTo(skill, within(0.04));
    }

    @Test
    void theSameSkillMakesOtherErrors() {
        int different = 0;
        for (int i = 0; i < 500; i++) {
            ArrayNode prompt = prompt(SimulatedAgent.TICKET_ROUTER, i);
            boolean same = ModelServer.reply("production", prompt).equals(ModelServer.reply("candidate-same", prompt));
            different += same ? 0 : 1;
        }
        assertThat(different).isGreaterThan(100);
    }

    @Test
    void answersOverHttp() throws IOException, InterruptedException {
        JsonNode answer =
                ask("candidate-good", messages(SimulatedAgent.ORDER_TOOLS, "Where is my order ORD48213?"), 200);
        JsonNode choice = answer.path("choices").path(0);
        assertThat(choice.path("finish_reason").asText()).isEqualTo("tool_calls");
        assertThat(choice.path("message")
                        .path("tool_calls")
                        .path(0)
                        .path("function")
                        .path("name")
                        .asText())
                .isEqualTo("lookup_order");
        assertThat(answer.path("usage").path("total_tokens").asInt()).isPositive();
    }

    @Test
    void answersAnUnknownPromptPolitely() throws IOException, InterruptedException {
        ArrayNode messages = Json.MAPPER.createArrayNode();
        messages.addObject().put("role", "user").put("content", "Who are you?");
        JsonNode answer = ask("production", messages, 200);
        assertThat(answer.path("choices")
                        .path(0)
                        .path("message")
                        .path("content")
                        .asText())
                .startsWith("Thank you");
    }

    @Test
    void refusesAModelThatItDoesNotHave() throws IOException, InterruptedException {
        assertThat(ask("unheard-of", Json.MAPPER.createArrayNode(), 404).has("error"))
                .isTrue();
    }

    private static JsonNode ask(String model, ArrayNode messages, int status) throws IOException, InterruptedException {
        ObjectNode body = Json.MAPPER.createObjectNode().put("model", model);
        body.set("messages", messages);
        try (ModelServer server = ModelServer.start(0)) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/chat/completions"))
                    .POST(HttpRequest.BodyPublishers.ofString(Json.canonical(body)))
                    .build();
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(status);
            return Json.parse(response.body());
        }
    }
}
