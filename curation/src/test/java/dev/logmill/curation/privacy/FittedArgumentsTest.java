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
import org.junit.jupiter.params.provider.ValueSource;

class FittedArgumentsTest {
    private final ContentRedaction redaction =
            new ContentRedaction(new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8)));

    /** Of each the field x, in a schema that knows a person P, a mail M and what goes in circles, C. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'anyOf':[{'type':'integer'},{'type':'null'}]}                    | 4111111111111111",
                "{'anyOf':[{'type':'null'},{'type':'integer'}]}                    | 4111111111111111",
                "{'anyOf':[{'type':'string','format':'uri'},{'type':'string','format':'email'}]} | 'ann.lee@example.net'",
                "{'oneOf':[{'type':'integer'},{'type':'string','pattern':'^[0-9]{16}$'}]} | '4111111111111111'",
                "{'oneOf':[{'type':'string','maxLength':3},{'type':'string','format':'email','minLength':4}]} | 'ann.lee@example.net'",
                "{'allOf':[{'type':'string'},{'format':'email'}]}                  | 'ann.lee@example.net'",
                "{'type':['integer','null']}                                       | 4111111111111111",
                "{'$ref':'#/$defs/M'}                                              | 'ann.lee@example.net'",
                "{'$ref':'#/definitions/a~1%20b'}                                  | 'ann.lee@example.net'",
                "{'$ref':'#/$defs/P'}                                              | {'card':4111111111111111,'mail':'ann.lee@example.net'}",
                "{'anyOf':[{'$ref':'#/$defs/P'},{'type':'null'}]}                  | {'card':4111111111111111,'mail':'ann.lee@example.net'}",
                "{'type':'array','items':{'$ref':'#/$defs/P'}}                     | [{'card':4111111111111111},{'mail':'ann.lee@example.net'}]",
                "{'type':'array','prefixItems':[{'type':'string'},{'type':'integer'}]} | ['ann.lee@example.net',4111111111111111]",
                "{'type':'object','additionalProperties':{'$ref':'#/$defs/M'}}     | {'a':'ann.lee@example.net'}",
                "{'type':'object','patternProperties':{'^c_':{'type':'integer'}}}  | {'c_1':4111111111111111}",
                "{'allOf':[{'properties':{'y':{'type':'string'}}},{'properties':{'y':{'format':'email'}}}]} | {'y':'ann.lee@example.net'}",
                "{'anyOf':[{'type':'object','properties':{'kind':{'const':'a'},'v':{}}},{'type':'object','properties':{'kind':{'const':'b'},'v':{'type':'integer'}}}]} | {'kind':'b','v':4111111111111111}",
                "{'anyOf':[{'type':'object','required':['w']},{'type':'object','properties':{'v':{'type':'integer'}}}]} | {'v':4111111111111111}",
                "{'anyOf':[{'type':'array','items':{'$ref':'#/$defs/M'}},{'type':'array','items':{'type':'integer'}}]} | [4111111111111111]",
                "{'anyOf':[{'type':'object','additionalProperties':false},{'type':'object','properties':{'v':{'type':'integer'}}}]} | {'v':4111111111111111}",
                "{'anyOf':[{'$ref':'#/$defs/M'},{'type':'integer'}]} | 4111111111111111",
                "{'anyOf':[{'allOf':[{'$ref':'#/$defs/M'}]},{'type':'integer'}]} | 4111111111111111",
                "{'anyOf':[{'anyOf':[{'$ref':'#/$defs/M'}]},{'type':'integer'}]} | 4111111111111111",
                "{'anyOf':[{'oneOf':[{'$ref':'#/$defs/M'}]},{'type':'integer'}]} | 4111111111111111",
                "{'$ref':'#/$defs/C'}                                              | {'next':{'next':{'card':4111111111111111}}}",
            })
    void argumentsStayValidHoweverTheSchemaIsComposed(String schema, String value) throws Exception {
        String written =
                json("{'type':'object','properties':{'x':" + schema + "},'definitions':{'a/ b':{'format':'email'}},"
                        + "'$defs':{'M':{'type':'string','format':'email'},"
                        + "'P':{'type':'object','properties':{'card':{'type':'integer'},'mail':{'$ref':'#/$defs/M'}},'additionalProperties':false},"
                        + "'C':{'anyOf':[{'type':'null'},{'allOf':[{'type':'object','properties':{'card':{'type':'integer'},"
                        + "'next':{'$ref':'#/$defs/C'}}}]}]}}}");
        String arguments = json("{'x':" + value + "}");
        assertThat(SchemaProblems.of(written, arguments)).as("the case itself").isEmpty();

        String redacted = redacted(written, arguments);

        assertThat(redacted).doesNotContain("4111111111111111", "ann");
        assertThat(SchemaProblems.of(written, redacted)).as(redacted).isEmpty();
    }

    @Test
    void whatABranchListsIsInArgumentsAsInTheSchema() throws Exception {
        String schema = json("{'properties':{'to':{'anyOf':[{'$ref':'#/$defs/T'},{'type':'null'}],'format':'email'}},"
                + "'$defs':{'T':{'enum':['Paris','ann@example.net']}},'type':'object'}");

        Span mail = span(schema, json("{'to':'ann@example.net'}"));
        Span town = span(schema, json("{'to':'Paris','cc':'bob@example.net'}"));

        assertThat(arguments(mail).path("to"))
                .isEqualTo(Json.parse(mail.tools().get(0).parameters().orElseThrow())
                        .at("/$defs/T/enum/1"));
        assertThat(arguments(town).path("to").asText()).isEqualTo("Paris");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'$ref':'#'}",
                "{'$ref':'#/properties/x'}",
                "{'anyOf':[{'$ref':'#/properties/x'},{'$ref':'#/properties/x'}]}",
                "{'allOf':[{'$ref':'#/properties/x'},{'oneOf':[{'$ref':'#/properties/x'},{'$ref':'#'}]}]}",
                "{'$ref':'#/nowhere'}",
                "{'$ref':'#no pointer %'}",
                "{'$ref':'https://example.com/schema#/$defs/M'}",
                "{'pattern':'(?<=a'}",
                "{'anyOf':[{'pattern':'(?<=a'}],'patternProperties':{'(?<=a':{}}}",
                "{'enum':7,'allOf':'x','anyOf':{},'properties':[],'type':{}}",
            })
    void aSchemaThatGoesInCirclesOrIsNoneEndsAndNothingStays(String schema) throws Exception {
        String written = json("{'properties':{'x':" + schema + "}}");

        assertThat(redacted(written, json("{'x':'ann.lee@example.net'}"))).doesNotContain("ann.lee");
        assertThat(redacted(written, json("{'x':{'x':[{'x':'ann.lee@example.net'}]}}")))
                .doesNotContain("ann.lee");
    }

    @Test
    void aSchemaThatRefersToItselfIsOnePart() throws Exception {
        JsonNode schema = Json.parse(json("{'allOf':[{'$ref':'#'},{'$ref':'#'}],'type':'string'}"));

        assertThat(new Subschemas(schema).of(schema, Json.parse("{}"))).hasSize(3);
    }

    @Test
    void aNameBelowAKeyThatSaysWhoseIsFoundUnderASchemaToo() throws Exception {
        String schema = json("{'properties':{'customer':{'properties':{'name':{'type':'string'}}}}}");

        assertThat(redacted(schema, json("{'customer':{'name':'Qvyxl Ornwick'},'cc':'a@example.net'}")))
                .doesNotContain("Qvyxl");
    }

    private String redacted(String schema, String arguments) throws Exception {
        return Json.canonical(arguments(span(schema, arguments)));
    }

    private static JsonNode arguments(Span span) throws Exception {
        return Json.parse(span.messagesOut().get(0).toolCalls().get(0).arguments());
    }

    private Span span(String schema, String arguments) throws PrivacyFailure {
        return redaction.span(Span.of("s", "t", "1", SpanKind.LLM)
                .tools(List.of(new Tool("call", Optional.empty(), Optional.of(schema))))
                .messagesOut(List.of(Message.calling(List.of(new ToolCall("c", "call", arguments)))))
                .build());
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
