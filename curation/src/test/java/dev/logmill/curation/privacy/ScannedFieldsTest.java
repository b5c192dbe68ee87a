package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.ToolUse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannedFieldsTest {
    private static final String MAIL = "ann@example.com";
    private static final Optional<String> SOME = Optional.of(MAIL);

    private final ContentRedaction redaction =
            new ContentRedaction(new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8)));

    @Test
    void everyTextOfASpanIsGoneThrough() throws PrivacyFailure {
        Message message = new Message(
                Role.TOOL,
                SOME,
                SOME,
                SOME,
                SOME,
                SOME,
                List.of(new ToolCall(MAIL, MAIL, MAIL)),
                List.of(new Media(MAIL, SOME, SOME, Optional.empty())));
        Span span = Span.of("s", MAIL, MAIL, SpanKind.LLM)
                .project(MAIL)
                .parentSpanId(SOME)
                .continuesSpanId(SOME)
                .sessionId(SOME)
                .subject(SOME)
                .groupId(SOME)
                .name(MAIL)
                .agent(SOME)
                .agentVersion(SOME)
                .messagesIn(List.of(message))
                .messagesOut(List.of(message))
                .tools(List.of(new Tool(MAIL, SOME, SOME)))
                .toolUse(Optional.of(new ToolUse(MAIL, SOME, SOME, SOME)))
                .failure(Optional.of(new Failure(MAIL, SOME)))
                .model(Optional.of(new Model(SOME, SOME, SOME, SOME, SOME, SOME)))
                .attributes("{\"" + MAIL + "\":\"" + MAIL + "\"}")
                .build();
        assertThat(redaction.span(span).toString()).doesNotContain("ann");
    }

    @Test
    void aWordInANameOfAThingStaysAndInATextIsAName() throws PrivacyFailure {
        Tool tool = new Tool("paris", Optional.of("books a table, say in Rome"), Optional.empty());
        Span span = span().agent(Optional.of("Nicole"))
                .name("Nicole in Paris")
                .tools(List.of(tool))
                .messagesIn(List.of(Message.of(Role.USER, "ask Nicole in Paris")))
                .build();
        Span redacted = redaction.span(span);
        assertThat(redacted.agent()).contains("Nicole");
        assertThat(redacted.name()).matches("Nicole in <LOCATION_\\w+>");
        assertThat(redacted.tools()).containsExactly(tool);
        assertThat(redacted.messagesIn().get(0).content().orElseThrow())
                .matches("ask <PERSON_\\w+> in <LOCATION_\\w+>");
    }

    @Test
    void whoIsNamedInWordsOfASpansNameIsReplacedAsInTheRestOfTheRecord() throws PrivacyFailure {
        Span span = span().name("chat for Marta Kowalczyk")
                .messagesIn(List.of(Message.of(Role.USER, "ask Kowalczyk")))
                .build();
        Span redacted = redaction.span(span);
        assertThat(redacted.name()).matches("chat for <PERSON_\\w+>");
        assertThat(redacted.messagesIn().get(0).content().orElseThrow())
                .isEqualTo("ask " + redacted.name().substring("chat for ".length()));
    }

    @Test
    void anAddressInASpansNameIsOneThoughItHoldsTheAgentsName() throws PrivacyFailure {
        Span span = span().name("serve nadia@shop.example.org today")
                .agent(Optional.of("shop"))
                .build();
        assertThat(redaction.span(span).name()).matches("serve <EMAIL_\\w+> today");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Marta", "route_ticket", "ask-marta", "invoke_agent Nicole", "agent run: 'Nicole'", "chat Claude"
            })
    void aNameOfOneWordOrOfWhatWorksInASpanStays(String name) throws PrivacyFailure {
        Span span = span().name(name)
                .agent(Optional.of("Nicole"))
                .model(Optional.of(new Model(
                        Optional.empty(),
                        Optional.of("Claude"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())))
                .build();
        assertThat(redaction.span(span).name()).isEqualTo(name);
    }

    @Test
    void aVersionOfFourNumbersStays() throws PrivacyFailure {
        Span span = span().agentVersion(Optional.of("10.1.2.3")).build();
        assertThat(redaction.span(span).agentVersion()).contains("10.1.2.3");
    }

    @Test
    void aToolIsRedactedAlikeHoweverOftenItIsOffered() throws PrivacyFailure {
        Span span = span().tools(List.of(new Tool("t", SOME, Optional.empty()), new Tool("u", SOME, Optional.empty())))
                .build();
        List<Tool> once = redaction.span(span).tools();
        assertThat(redaction.span(span).tools()).isEqualTo(once);
        assertThat(once).extracting(Tool::name).containsExactly("t", "u");
    }

    @Test
    void keysThatBecomeOneLoseNothing() throws Exception {
        JsonNode attributes = attributes("{\"ann@example.com\":1,\"Ann@example.com\":2,\"ANN@example.com\":3}");
        assertThat(attributes).hasSize(3);
        assertThat(attributes.toString()).doesNotContainIgnoringCase("ann@");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'user':'bob'}",
                "{'userId':'bob'}",
                "{'user_id':'bob'}",
                "{'end_user':'bob'}",
                "{'customer_id':'bob'}",
                "{'enduser.id':'bob'}",
                "{'metadata':{'user_id':'bob'}}",
                "{'metadata.user_id':'bob'}",
                "{'user':{'id':'bob','plan':'x'}}",
                "{'user_ids':['bob']}",
                "{'user_name':'bob'}",
                "{'langfuse_user_id':'bob'}",
                "{'langgraph_user_id':'bob'}",
                "{'langgraph_auth_user_id':'bob'}",
                "{'langgraph_auth_user':'bob'}",
                "{'langgraph_auth_user':{'identity':'bob'}}",
                "{'langgraph_auth_user':{'display_name':'bob'}}",
                "{'x-user-id':'bob'}",
                "{'http.request.header.x-user-id':['bob']}",
                "{'X-Remote-User':'bob'}",
                "{'appUserId':'bob'}",
                "{'createdByUser':'bob'}",
                "{'mastra.resourceId':'bob'}",
                "{'process.owner':'bob'}",
                "{'user_api_key_alias':'bob'}",
                "{'login':'bob'}",
                "{'employee_id':'bob'}",
                "{'patient_id':'bob'}",
                "{'member_id':'bob'}",
                "{'stripe_customer_id':'bob'}",
                "{'customerNumber':'bob'}",
                "{'contact_id':'bob'}"
            })
    void aUserKeyNamesAPerson(String json) throws Exception {
        assertThat(attributes(json.replace('\'', '"')).toString())
                .contains("u1_")
                .doesNotContain("bob");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'client_id':'bob'}",
                "{'user_agent':'bob'}",
                "{'users_online':'bob'}",
                "{'user':{'plan':'bob'}}",
                "{'user_prompt_tokens':'bob'}",
                "{'end_user_count':'bob'}",
                "{'cost_per_user':'bob'}",
                "{'promptUser':'bob'}",
                "{'last_login':'bob'}",
                "{'user_api_key_team_id':'bob'}",
                "{'author':'bob'}",
                "{'browser':'bob'}",
                "{'cluster_id':'bob'}",
                "{'cloud.resourceId':'bob'}",
                "{'repo.owner':'bob'}",
                "{'server.address':'bob'}",
                "{'net.host.name':'bob'}"
            })
    void anotherKeyDoesNot(String json) throws Exception {
        assertThat(attributes(json.replace('\'', '"')).toString()).contains("bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host.name", "resource.host.name", "hostname", "host_name", "machine_name", "computerName"})
    void aMachineGoesByAKeyedId(String key) throws Exception {
        JsonNode kept = attributes("{\"" + key + "\":\"marta-macbook\"}");
        assertThat(kept.path(key).asText()).startsWith("i1_");
    }

    @Test
    void whatJsonEscapesHideIsFound() throws PrivacyFailure {
        Span span = span().messagesIn(List.of(Message.of(Role.USER, "{\"to\":\"ann\\u0040example.com\"}")))
                .build();
        assertThat(redaction.span(span).messagesIn().get(0).content().orElseThrow())
                .contains("<EMAIL_");
    }

    @Test
    void aPhoneMayBeAJsonNumber() throws Exception {
        assertThat(attributes("{\"phone\":12025550143}").toString()).contains("<PHONE_");
        assertThat(attributes("{\"order\":12025550143}").toString()).contains("12025550143");
    }

    private JsonNode attributes(String json) throws Exception {
        return Json.parse(redaction.span(span().attributes(json).build()).attributes());
    }

    private static SpanBuilder span() {
        return Span.of("s", "t", "1", SpanKind.LLM);
    }
}
