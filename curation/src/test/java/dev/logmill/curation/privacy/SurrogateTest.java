package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
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
                "{'type':'object','properties':{'latitude':{'type':'number','minimum':47.5,'exclusiveMaximum':48.9}}} | {'latitude':48.858370}",
                "{'type':'object','properties':{'latitude':{'type':'number','minimum':-1e999,'maximum':90}}} | {'latitude':48.858370}",
                "{'type':'integer','minimum':4111111111111000,'maximum':4111111111111200} | 4111111111111111",
                "{'type':'integer','exclusiveMinimum':4111111111111110,'maximum':9111111111111111} | 4111111111111111",
                "{'type':'integer','multipleOf':23,'minimum':1000}        | 4111111111111111",
                "{'type':'object','properties':{'birth_year':{'type':'integer','minimum':1900,'maximum':2026}}} | {'birth_year':1984}",
                "{'type':'string','minLength':16,'maxLength':16}          | '4111111111111111'",
                "{'type':'string','minLength':13,'maxLength':19}          | '4111111111111111'",
                "{'type':'string','minLength':25}                         | '742 Evergreen Terrace, Springfield, IL 62704'",
                "{'type':'string','format':'email','maxLength':14}        | 'ann.le@corp.io'",
                "{'type':'string','pattern':'^([0-9A-F]{2}:){5}[0-9A-F]{2}$'} | '3C:22:FB:4A:91:0E'",
            })
    void argumentsStayValidUnderTheSchemaOfTheirTool(String schema, String value) throws Exception {
        String written = json("{'type':'object','properties':{'x':" + schema + "}}");
        String arguments = json("{'x':" + value + "}");
        assertThat(SchemaProblems.of(written, arguments)).as("the case itself").isEmpty();

        String redacted = redacted(Optional.of(written), arguments, "t");

        assertThat(redacted).isNotEqualTo(arguments);
        assertThat(SchemaProblems.of(written, redacted)).as(redacted).isEmpty();
        assertThat(redacted)
                .doesNotContain(
                        "4111111111111111",
                        "ann",
                        "198.51.100.7",
                        "85a3",
                        "370400440",
                        "a@b",
                        "48.85",
                        "Evergreen",
                        "1984",
                        "22:FB");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+1 (415) 867-5309 | \\+1 \\(202\\) 555-01[0-9]{2}",
                "(415) 867-5309 | \\(202\\) 555-01[0-9]{2}",
                "+44 7911 123456 | \\+44 7700 900[0-9]{3}",
                "07911 123456 | 07700 900[0-9]{3}",
                "+33 6 12 34 56 78 | \\+33 6 39 98 [0-9]{2} [0-9]{2}",
                "+49 151 2345678 | \\+49 302 3125[0-9]{3}",
                "+61 491 234 567 | \\+61 255 50[0-9] [0-9]{3}",
                "+46 70 123 45 67 | \\+46 84 650 04 [0-9]{2}",
                "+353 86 123 4567 | \\+353 20 91[0-9] [0-9]{4}",
                "+91 98200 12345 | \\+91 00000 00[0-9]{3}"
            })
    void aPhoneIsOneThatNobodyHas(String phone, String other) throws Exception {
        String schema = json("{'type':'object','properties':{'phone':{'type':'string','pattern':'[0-9]'}}}");
        String arguments = json("{'phone':'" + phone + "'}");

        assertThat(Json.parse(redacted(Optional.of(schema), arguments, "t"))
                        .path("phone")
                        .asText())
                .matches(other);
    }

    @Test
    void aMailHasTheMarkOfThePlaceholderInTheTextBeside() throws Exception {
        String schema = json(
                "{'type':'object','properties':{'x':{'type':'string','format':'email'},'y':{'type':'string'},'z':{'type':'string','maxLength':12}}}");
        JsonNode redacted = Json.parse(redacted(
                Optional.of(schema),
                json("{'x':'Ann.Lee@example.net','y':'ann.lee@example.net','z':'a@b.example'}"),
                "t"));

        String mark = redacted.path("y").asText().replaceAll("<EMAIL_(.....)>", "$1");
        assertThat(redacted.path("x").asText()).isEqualTo(mark + "@example.com");
        assertThat(redacted.path("z").asText()).matches("[a-z2-7]{5}@x.test");
    }

    /** The tool's own schema names it in every session, and takes no other. */
    @Test
    void whatTheSchemaListsStays() throws Exception {
        String schema =
                json("{'type':'object','properties':{'city':{'enum':['Paris','Rome']},'team':{'const':'Lisbon'},"
                        + "'other':{'type':'string'}}}");

        assertThat(redacted(Optional.of(schema), json("{'city':'Paris','other':'Rome','team':'Lisbon'}"), "t"))
                .matches("\\{\"city\":\"Paris\",\"other\":\"<LOCATION_[a-z2-7]{5}>\",\"team\":\"Lisbon\"}");
    }

    @Test
    void whatTheSchemaListsIsWhatIsKeptOfTheSchema() throws Exception {
        String schema = json("{'type':'object','properties':{'to':{'enum':['ann@example.net','bob@example.net']}}}");
        Span span = redaction.span(calling(Optional.of(schema), json("{'to':'ann@example.net'}"), "t"));

        String kept = Json.parse(span.tools().get(0).parameters().orElseThrow())
                .at("/properties/to/enum/0")
                .asText();
        String argument = Json.parse(
                        span.messagesOut().get(0).toolCalls().get(0).arguments())
                .path("to")
                .asText();
        assertThat(argument).startsWith("<EMAIL_").isEqualTo(kept);
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
        return redaction
                .span(calling(schema, arguments, session))
                .messagesOut()
                .get(0)
                .toolCalls()
                .get(0)
                .arguments();
    }

    private static Span calling(Optional<String> schema, String arguments, String session) {
        return Span.of("s", "t", "1", SpanKind.LLM)
                .sessionId(Optional.of(session))
                .tools(List.of(new Tool("pay", Optional.empty(), schema)))
                .messagesOut(List.of(Message.calling(List.of(new ToolCall("c", "pay", arguments)))))
                .build();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
