package dev.logmill.curation.ingest;

import static dev.logmill.curation.ingest.NativeLog.told;
import static dev.logmill.curation.ingest.Pitfalls.ASKED;
import static dev.logmill.curation.ingest.Pitfalls.HI;
import static dev.logmill.curation.ingest.Pitfalls.answer;
import static dev.logmill.curation.ingest.Pitfalls.llm;
import static dev.logmill.curation.ingest.Pitfalls.mapped;
import static dev.logmill.curation.ingest.Pitfalls.openai;
import static dev.logmill.curation.ingest.Pitfalls.otlp;
import static dev.logmill.curation.ingest.Pitfalls.read;
import static dev.logmill.curation.ingest.Written.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.ingest.object.RecordSplitter;
import dev.logmill.curation.ingest.openai.OpenAiLog;
import dev.logmill.curation.ingest.otlp.OtlpLog;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What goes wrong with the shape of records: units, texts that are JSON, ids that mean nothing, fields that are new
 * or broken; see {@link Pitfalls}.
 */
class ShapePitfallsTest {
    /** Each dialect knows the unit that its log counts in; a time that cannot be is refused and not guessed at. */
    @ParameterizedTest
    @EnumSource
    void clockUnitsOf(NativeLog log) {
        Span span = log.span("'input':" + HI);
        assertThat(span.startedAt()).contains(Instant.ofEpochSecond(1769246446));
        assertThat(span.endedAt()).contains(Instant.ofEpochSecond(1769246448));
        for (String never : List.of("86400", "32503680000")) {
            // PostHog's events tell the end, and how long it took.
            String end = log == NativeLog.POSTHOG ? ",'end':" + never : "";
            assertThat(log.read(told("'input':" + HI + ",'start':" + never + end))
                            .refusals())
                    .as(never)
                    .hasSize(1)
                    .allMatch(refusal -> refusal.startsWith("IMPLAUSIBLE_TIME"));
        }
    }

    /** Logs of calls count seconds; what counts otherwise without saying so is read all the same, and the span says that. */
    @ParameterizedTest
    @CsvSource({
        "timestamp, 1769246446, false",
        "timestamp, 1769246446.0, false",
        "timestamp, 1769246446000, true",
        "start_time, 1769246446000000, true",
        "startTime, 1769246446000000000, true",
        "end_time, 1769246446000, true",
        "created_at, '''2026-01-24T09:20:46Z''', false",
        "createdAt, '''2026-01-24 09:20:46''', false",
        "timestamp, '''2026-01-24T10:20:46+01:00''', false",
        "timestamp, '''1769246446''', false",
        "timestamp, '''1769246446000''', true"
    })
    void clockUnits(String field, String value, boolean guessed) throws Exception {
        Span span = openai("{'request':{" + ASKED + "},'" + field + "':" + value + "}");
        assertThat(span.startedAt().or(span::endedAt)).contains(Instant.parse("2026-01-24T09:20:46Z"));
        assertThat(span.fidelity().contains(Fidelity.GUESSED_UNIT)).isEqualTo(guessed);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void nestedJsonStrings(int levels) throws Exception {
        JsonNode request = json("{" + ASKED + "}");
        JsonNode response = json("{'choices':[{'finish_reason':'stop','message':{'content':'42'}}]}");
        for (int i = 0; i < levels; i++) {
            request = TextNode.valueOf(request.toString());
            response = TextNode.valueOf(response.toString());
        }
        JsonNode record = Json.MAPPER
                .createObjectNode()
                .<com.fasterxml.jackson.databind.node.ObjectNode>set("request", request)
                .set("response", response);
        Span span = read(new OpenAiLog(), record).spans().get(0);
        assertThat(span.messagesIn()).containsExactly(Message.of(Role.USER, "hi"));
        assertThat(span.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "42"));
        JsonNode messages = json("[{'role':'user','content':'hi'}]");
        for (int i = 0; i < levels; i++) {
            messages = TextNode.valueOf(messages.toString());
        }
        JsonNode whole = Json.MAPPER
                .createObjectNode()
                .put("trace_id", "t")
                .put("span_id", "s")
                .set("attributes", Json.MAPPER.createObjectNode().set("gen_ai.input.messages", messages));
        assertThat(read(new OtlpLog(), whole).spans().get(0).messagesIn()).containsExactly(Message.of(Role.USER, "hi"));
    }

    /** What is said is decoded where the log writes it as JSON in text, up to three levels, and stays what it was. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "OPENINFERENCE",
                "LANGFUSE",
                "BRAINTRUST",
                "LANGSMITH",
                "OPENAI_AGENTS",
                "POSTHOG",
                "PHOENIX",
                "MAPPED"
            })
    void nestedJsonStringsOf(NativeLog log) {
        JsonNode input = json("{'messages':" + HI + "}");
        for (int level = 0; level < 3; level++) {
            ObjectNode told = told("");
            told.set("input", input);
            if (log == NativeLog.LANGSMITH) {
                told.putObject("extra").set("inputs", input);
            }
            assertThat(log.read(told).span(0).messagesIn())
                    .as("%s, %d levels", log, level)
                    .containsExactly(Message.of(Role.USER, "hi"));
            input = TextNode.valueOf(input.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void textThatMerelyLooksLikeJsonIn(NativeLog log) {
        for (String text : List.of("42", "true", "null", "{oops", "[1] and [2]", "{}", "[]")) {
            Span span = log.span("'input':[{'role':'user','content':'" + text
                    + "'}],'output':{'role':'assistant','content':'" + text + "'}");
            assertThat(span.messagesIn()).as(text).containsExactly(Message.of(Role.USER, text));
            assertThat(span.messagesOut()).as(text).containsExactly(Message.of(Role.ASSISTANT, text));
        }
        for (String text : List.of("42", "true", "{oops", "[1] and [2]")) {
            assertThat(log.span("'input':'" + text + "'").messagesIn())
                    .as(text)
                    .containsExactly(Message.of(Role.USER, text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "true", "null", "{oops", "[1] and [2]"})
    void textThatMerelyLooksLikeJson(String text) throws Exception {
        assertThat(mapped("'input':'/in'", "{'in':'" + text + "'}").get(0).messagesIn())
                .containsExactly(Message.of(Role.USER, text));
        assertThat(openai(answer("{'content':'" + text + "'}")).messagesOut())
                .containsExactly(Message.of(Role.ASSISTANT, text));
        assertThat(otlp("", llm("'input.value':'" + text + "'")).messagesIn())
                .containsExactly(Message.of(Role.USER, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "'undefined'", "'0'", "0", "'s'"})
    void rootMarkerVariants(String parent) throws Exception {
        String ids = "'span_id':'s','parent_id':" + parent;
        assertThat(openai("{" + ids + ",'request':{" + ASKED + "}}").parentSpanId())
                .isEmpty();
        assertThat(mapped("'span':'/span_id','parent':'/parent_id'", "{" + ids + "}")
                        .get(0)
                        .parentSpanId())
                .isEmpty();
        assertThat(otlp(",'parent_id':" + parent, "'a':1").parentSpanId()).isEmpty();
    }

    @ParameterizedTest
    // simonw/llm keeps calls alone, of no kind and in no tree.
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LLM")
    void rootMarkerVariantsOf(NativeLog log) {
        for (String parent : List.of("null", "''", "' '", "'undefined'", "'0'", "0", "'s'")) {
            assertThat(log.span("'parent':" + parent + ",'input':" + HI).parentSpanId())
                    .as(parent)
                    .isIn(Optional.empty(), log.trace().map(Span::spanId));
        }
        assertThat(log.span("'parent':'p','input':" + HI).parentSpanId()).contains("p");
    }

    /** NVIDIA's workload is the agent, never the conversation; a session is only what a log calls so. */
    @Test
    void sessionHomonyms() throws Exception {
        Span span = openai("{'client_id':'shop','workload_id':'w','request':{" + ASKED + "}}");
        assertThat(span.sessionId()).isEmpty();
        assertThat(span.agent()).contains("w");
        assertThat(span.project()).isEqualTo("shop");
    }

    /** LangSmith calls a project a session. */
    @Test
    void sessionHomonymsOfLangSmith() {
        Span span =
                NativeLog.LANGSMITH.span("'input':" + HI + ",'session':'talk-5','extra':{'session_id':'project-9'}");
        assertThat(span.sessionId()).contains("talk-5");
        assertThat(NativeLog.LANGSMITH
                        .span("'input':" + HI + ",'extra':{'session_id':'project-9'}")
                        .sessionId())
                .isEmpty();
    }

    @Test
    void schemaDrift() throws Exception {
        Span span = openai("{'brand_new':{'deep':[1]},'request':{" + ASKED + ",'odd':1},'response':{'choices':[{"
                + "'finish_reason':'stop','message':{'content':'yo','sparkle':true}}],'extra':'x'}}");
        assertThat(span.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "yo"));
        assertThat(span.attributes())
                .contains("\"brand_new\":{\"deep\":[1]}", "\"response.extra\":\"x\"", "sparkle\":true");
        assertThat(otlp(",'brand_new':7", "'gen_ai.request.model':'m','gen_ai.brand.new':[1]")
                        .attributes())
                .isEqualTo("{\"brand_new\":7,\"gen_ai.brand.new\":[1]}");
    }

    /** New fields are kept, known ones of another type do no harm, and what they stand beside is read as ever. */
    @ParameterizedTest
    @EnumSource
    void schemaDriftIn(NativeLog log) {
        String said = "'input':" + HI + ",'output':{'role':'assistant','content':'yo'}";
        Span span = log.span(said + ",'session':12,'user':7,'extra':{'brand_new':7}");
        assertThat(span.attributes()).containsPattern("\"[a-z._]*brand_new\":7");
        if (log.namesPeople()) {
            assertThat(span.sessionId()).contains("12");
            assertThat(span.subject()).contains("7");
        }
        assertThat(span.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "yo"));
        assertThat(log.span(said + ",'name':3,'finish':7,'model':4").messagesOut())
                .containsExactly(Message.of(Role.ASSISTANT, "yo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'a':1,'a':2}", "{'a':{'b':1,'b':1}}", "{'a':NaN}", "{'a':1} {'a':2}", "{'a':"})
    void duplicatedKeysAndOtherBrokenLines(String line) {
        RawObject object = new RawObject("s", "o.jsonl", "o.jsonl", "", 0, Optional.empty());
        String text = "{'fine':1}\n" + line + "\n{'fine':2}\n";
        Iterator<RawPiece> pieces = new RecordSplitter(1 << 20)
                .pieces(object, new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        List<String> states = new ArrayList<>();
        pieces.forEachRemaining(piece -> states.add(piece.position() + " "
                + piece.fold(record -> "WHOLE", broken -> broken.reason().name())));
        assertThat(states).containsExactly("1 WHOLE", "2 MALFORMED_JSON", "3 WHOLE");
    }
}
