package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
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
import org.junit.jupiter.params.provider.CsvSource;

class SurrogateTest {
    private final ContentRedaction redaction =
            new ContentRedaction(new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'integer'}                                   | 4111111111111111",
                "{'type':'string','format':'email'}                   | 'ann.lee@example.net'",
                "{'type':'string','format':'ipv4'}                    | '198.51.100.7'",
                "{'type':'string','format':'ipv6'}                    | '2001:db8:85a3::8a2e:370:7334'",
                "{'type':'string','format':'uri'}                     | 'https://ann:geheim77@shop.example.net/x'",
                "{'type':'string','pattern':'^[0-9]{16}$'}            | '4111111111111111'",
                "{'type':'string','pattern':'^DE[0-9]{20}$'}          | 'DE89370400440532013000'",
                "{'type':'string','maxLength':12}                     | 'a@b.example'",
                "{'type':'array','items':{'type':'integer'}}          | [7,4111111111111111]",
                "{'type':'object','properties':{'c':{'type':'number'}}} | {'c':4111111111111111,'d':1}",
                "{'type':'object','properties':{'latitude':{'type':'number','minimum':-90,'maximum':90}}} | {'latitude':48.858370}",
            })
    void argumentsStayValidUnderTheSchemaOfTheirTool(String schema, String value) throws Exception {
        String written = json("{'type':'object','properties':{'x':" + schema + "}}");
        String arguments = json("{'x':" + value + "}");
        assertThat(problems(written, arguments)).as("the case itself").isEmpty();

        String redacted = redacted(Optional.of(written), arguments, "t");

        assertThat(redacted).isNotEqualTo(arguments);
        assertThat(problems(written, redacted)).as(redacted).isEmpty();
        assertThat(redacted)
                .doesNotContain("4111111111111111", "ann", "198.51.100.7", "85a3", "370400440", "a@b", "48.85");
    }

    @Test
    void aValueHasOneSurrogateInASessionAndAnotherElsewhere() throws Exception {
        String schema = json("{'type':'object','properties':{'x':{'type':'integer'},'y':{'type':'integer'}}}");
        String arguments = json("{'x':4111111111111111,'y':4111111111111111}");
        JsonNode here = Json.parse(redacted(Optional.of(schema), arguments, "t"));

        assertThat(here.path("x")).isEqualTo(here.path("y"));
        assertThat(here.path("x").asText()).hasSize(16);
        assertThat(Json.parse(redacted(Optional.of(schema), arguments, "t"))).isEqualTo(here);
        assertThat(Json.parse(redacted(Optional.of(schema), arguments, "other")))
                .isNotEqualTo(here);
    }

    @Test
    void whereTheSchemaTakesAnyTextAPlaceholderSaysWhatWasThere() throws Exception {
        String schema = json("{'type':'object','properties':{'x':{'type':'string'}}}");

        assertThat(redacted(Optional.of(schema), json("{'x':'ann@example.net','y':'bob@example.net'}"), "t"))
                .matches("\\{\"x\":\"<EMAIL_[a-z2-7]{5}>\",\"y\":\"<EMAIL_[a-z2-7]{5}>\"}");
        assertThat(redacted(Optional.empty(), json("{'x':4111111111111111}"), "t"))
                .matches("\\{\"x\":\"<CARD_[a-z2-7]{5}>\"}");
    }

    private String redacted(Optional<String> schema, String arguments, String session) throws PrivacyFailure {
        Span span = Span.of("s", "t", "1", SpanKind.LLM)
                .sessionId(Optional.of(session))
                .tools(List.of(new Tool("pay", Optional.empty(), schema)))
                .messagesOut(List.of(Message.calling(List.of(new ToolCall("c", "pay", arguments)))))
                .build();
        return redaction.span(span).messagesOut().get(0).toolCalls().get(0).arguments();
    }

    private static List<String> problems(String schema, String arguments) throws IOException {
        JsonSchema validator = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        schema,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
        return validator.validate(Json.parse(arguments)).stream()
                .map(Object::toString)
                .toList();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
