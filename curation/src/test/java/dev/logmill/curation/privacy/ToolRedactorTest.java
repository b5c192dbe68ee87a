package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolRedactorTest {
    private final ContentRedaction redaction =
            new ContentRedaction(new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8)));

    @Test
    void whoIsNamedInAMessageHasOneNameInToolsAndArguments() throws Exception {
        Span span = redacted(
                "My name is Priscilla Oyelaran, transfer me",
                "Transfers the call, as priscilla oyelaran told",
                "{'properties':{'to':{'description':'e.g. Priscilla Oyelaran','type':'string','default':'Priscilla Oyelaran',"
                        + "'enum':['Priscilla Oyelaran','sales'],'examples':['priscilla.oyelaran']}},'type':'object'}",
                "{'to':'Priscilla Oyelaran'}");

        String name = said(span).replaceAll(".*(<PERSON_\\w+>).*", "$1");
        JsonNode to = schema(span).at("/properties/to");
        assertThat(name).startsWith("<PERSON_");
        assertThat(span.tools().get(0).description()).contains("Transfers the call, as " + name + " told");
        assertThat(to.at("/enum/0").asText()).isEqualTo(name);
        assertThat(to.at("/enum/1").asText()).isEqualTo("sales");
        assertThat(to.path("default").asText()).isEqualTo(name);
        assertThat(to.at("/examples/0").asText()).isEqualTo(name);
        assertThat(to.path("description").asText()).isEqualTo("e.g. " + name);
        assertThat(arguments(span).path("to").asText()).isEqualTo(name);
    }

    @Test
    void aDescriptionIsReadAsTextAndWhomItNamesIsReplacedInArgumentsToo() throws Exception {
        Span span = redacted(
                "hello",
                "Transfers to Priscilla Oyelaran at 1427 Larkspur Lane, Boulder, CO 80302",
                "{'properties':{'to':{'description':'a colleague, say Thaddeus Nwosu','type':'string'}},'type':'object'}",
                "{'to':'Priscilla Oyelaran'}");

        assertThat(span.tools().get(0).description().orElseThrow())
                .matches("Transfers to <PERSON_\\w+> at <ADDRESS_\\w+>");
        assertThat(schema(span).at("/properties/to/description").asText()).matches("a colleague, say <PERSON_\\w+>");
        assertThat(span.tools().get(0).description().orElseThrow())
                .contains(arguments(span).path("to").asText());
    }

    @Test
    void aValueThatAToolListsHasThePlaceholderOfTheMessage() throws Exception {
        Span span = redacted(
                "Forward it to ann.kovacs@corp.example",
                "Forwards",
                "{'properties':{'to':{'enum':['ann.kovacs@corp.example','bob.reyes@corp.example'],'type':'string'},"
                        + "'cc':{'type':'string'}},'type':'object'}",
                "{'to':'ann.kovacs@corp.example','cc':'ann.kovacs@corp.example'}");

        String mail = said(span).replace("Forward it to ", "");
        assertThat(mail).startsWith("<EMAIL_");
        assertThat(arguments(span).path("to").asText()).isEqualTo(mail);
        assertThat(arguments(span).path("cc").asText()).isEqualTo(mail);
        assertThat(schema(span).at("/properties/to/enum/0").asText()).isEqualTo(mail);
    }

    @Test
    void aListedValueThatMustBeAMailIsOneInSchemaAndArgumentsAlike() throws Exception {
        Span span = redacted(
                "hello",
                "Forwards",
                "{'properties':{'to':{'enum':['ann.kovacs@corp.example'],'format':'email','type':'string'}},'type':'object'}",
                "{'to':'ann.kovacs@corp.example'}");

        assertThat(arguments(span).path("to").asText())
                .matches("[a-z2-7]{5}@example.com")
                .isEqualTo(schema(span).at("/properties/to/enum/0").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'properties':{'plan':{'enum':['Basic','Jordan','Victoria','Washington'],'type':'string'}},'type':'object'}",
                "{'properties':{'city':{'description':'The city, e.g. San Francisco, CA','type':'string'}},'type':'object'}",
                "{'properties':{'login':{'description':'How to log in','enum':['oauth','sso']}},'type':'object'}",
                "{'properties':{'pin':{'maximum':4155550182,'minimum':1000,'type':'integer'}},'required':['pin'],'type':'object'}",
                "{'properties':{'who':{'description':'Full name of the customer, at least 18 years old','title':'Who'}},'type':'object'}",
                "{'properties':{'bank':{'description':'The account at Deutsche Bank AG','type':'string'}},'type':'object'}",
                "{'$defs':{'Ward':{'enum':['Mercy','Grace']}},'properties':{'ward':{'$ref':'#/$defs/Ward'}},'type':'object'}"
            })
    void aToolThatNamesNobodyStaysAsItIs(String schema) throws Exception {
        Tool tool = new Tool("t", Optional.of("Books a table, say in Paris"), Optional.of(json(schema)));
        Span span = Span.of("s", "t", "1", SpanKind.LLM)
                .tools(List.of(tool))
                .messagesIn(List.of(Message.of(Role.USER, "write to ann@example.com")))
                .build();

        assertThat(redaction.span(span).tools()).containsExactly(tool);
    }

    @Test
    void whatASchemaSaysOfTypesAndBoundsStaysThoughTheRecordHoldsTheSame() throws Exception {
        Span span = redacted(
                "{'pin':4821,'username':'hostname'}",
                "Checks",
                "{'properties':{'n':{'maximum':4821,'type':'integer'},'s':{'format':'hostname','type':['string','null']}},'type':'object'}",
                "{'n':7}");

        assertThat(said(span)).doesNotContain("4821", "hostname");
        assertThat(schema(span).at("/properties/n/maximum").isNumber()).isTrue();
        assertThat(schema(span).at("/properties/s/format").asText()).isEqualTo("hostname");
    }

    @Test
    void aListThatNamesSomebodyOfTheRecordNamesPeople() throws Exception {
        Span span = redacted(
                "My name is Priscilla Oyelaran",
                "Transfers",
                "{'properties':{'to':{'enum':['sales','Priscilla Oyelaran','Thaddeus Nwosu']}},'type':'object'}",
                "{'to':'Thaddeus Nwosu'}");

        JsonNode list = schema(span).at("/properties/to/enum");
        assertThat(list.get(0).asText()).isEqualTo("sales");
        assertThat(list.get(2).asText())
                .startsWith("<PERSON_")
                .isNotEqualTo(list.get(1).asText());
        assertThat(arguments(span).path("to")).isEqualTo(list.get(2));
    }

    @Test
    void whomARecordTellsOfIsReplacedThoughTheSameToolNamedNobodyBefore() throws Exception {
        String schema = "{'properties':{'to':{'enum':['Priscilla Oyelaran','sales']}},'type':'object'}";

        Span before = redacted("hello", "Transfers", schema, "{'to':'sales'}");
        Span after = redacted("My name is Priscilla Oyelaran", "Transfers", schema, "{'to':'sales'}");

        assertThat(schema(before).toString()).contains("Priscilla");
        assertThat(schema(after).toString()).doesNotContain("Priscilla");
    }

    @Test
    void whomAToolNamesHasAnotherNameInAnotherSession() throws Exception {
        Tool tool = new Tool("mail", Optional.of("Writes to ann@example.com"), Optional.empty());

        assertThat(offered(tool, "one")).isEqualTo(offered(tool, "one")).isNotEqualTo(offered(tool, "two"));
    }

    @Test
    void aNameOfAFieldIsTheSameInSchemaAndArguments() throws Exception {
        Span span = redacted(
                "hello",
                "Counts",
                "{'properties':{'ann@example.com':{'type':'integer'}},'required':['ann@example.com'],'type':'object'}",
                "{'ann@example.com':1}");

        String key = arguments(span).fieldNames().next();
        assertThat(key).startsWith("<EMAIL_");
        assertThat(schema(span).path("properties").has(key)).isTrue();
        assertThat(schema(span).at("/required/0").asText()).isEqualTo(key);
    }

    private Tool offered(Tool tool, String session) throws PrivacyFailure {
        Span span = Span.of("s", "t", "1", SpanKind.LLM)
                .sessionId(Optional.of(session))
                .tools(List.of(tool))
                .build();
        return redaction.span(span).tools().get(0);
    }

    private Span redacted(String said, String description, String schema, String arguments) throws PrivacyFailure {
        return redaction.span(Span.of("s", "t", "1", SpanKind.LLM)
                .messagesIn(List.of(Message.of(Role.USER, json(said))))
                .tools(List.of(new Tool("call", Optional.of(description), Optional.of(json(schema)))))
                .messagesOut(List.of(Message.calling(List.of(new ToolCall("c", "call", json(arguments))))))
                .build());
    }

    private static String said(Span span) {
        return span.messagesIn().get(0).content().orElseThrow();
    }

    private static JsonNode schema(Span span) throws IOException {
        return Json.parse(span.tools().get(0).parameters().orElseThrow());
    }

    private static JsonNode arguments(Span span) throws IOException {
        return Json.parse(span.messagesOut().get(0).toolCalls().get(0).arguments());
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
