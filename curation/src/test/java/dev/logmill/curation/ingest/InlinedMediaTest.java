package dev.logmill.curation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.ingest.braintrust.BraintrustLog;
import dev.logmill.curation.ingest.langfuse.LangfuseLog;
import dev.logmill.curation.ingest.openai.OpenAiLog;
import dev.logmill.curation.ingest.otlp.OtlpLog;
import dev.logmill.curation.ingest.session.ClaudeCodeLog;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In whatever shape a log inlines an image, its bytes are in no row. */
class InlinedMediaTest {
    private static final byte[] PNG =
            ("\u0089PNG\r\n\u001a\n" + "\u00fe\u0001".repeat(45)).getBytes(StandardCharsets.ISO_8859_1);
    private static final String DATA = Base64.getEncoder().encodeToString(PNG);

    @SuppressWarnings("ImmutableEnumChecker") // Dialects are without state.
    private enum Shape {
        MCP_RESULT_AS_TEXT(new OpenAiLog(), """
                {"request":{"model":"m","messages":[{"role":"user","content":"shot"},
                 {"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]},
                 {"role":"tool","tool_call_id":"c","content":"[{\\"type\\":\\"image\\",\\"data\\":\\"%s\\",\\"mimeType\\":\\"image/png\\"}]"}]},
                 "response":{"choices":[{"message":{"role":"assistant","content":"yo"}}]}}"""),
        SCREENSHOT_OF_A_COMPUTER(new OpenAiLog(), """
                {"request":{"model":"m","input":[{"role":"user","content":"hi"},
                 {"type":"computer_call","call_id":"k","action":{"type":"screenshot"}},
                 {"type":"computer_call_output","call_id":"k","output":{"type":"computer_screenshot","image_url":"data:image/png;base64,%s"}}]},
                 "response":{"object":"response","status":"completed","output":[{"type":"message","role":"assistant","content":[{"type":"output_text","text":"ok"}]}]}}"""),
        MARKDOWN(new OpenAiLog(), """
                {"request":{"model":"m","messages":[{"role":"user","content":"draw"}]},
                 "response":{"choices":[{"message":{"role":"assistant","content":"![i](data:image/png;base64,%s)"}}]}}"""),
        ARGUMENTS_OF_A_CALL(new OpenAiLog(), """
                {"request":{"model":"m","messages":[{"role":"user","content":"edit"}]},
                 "response":{"choices":[{"message":{"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function",
                 "function":{"name":"f","arguments":"{\\"image\\":\\"data:image/png;base64,%s\\"}"}}]}}]}}"""),
        CONTENT_OF_THE_AI_SDK(new OtlpLog(), """
                {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c10002",
                 "name":"ai.generateText.doGenerate","startTimeUnixNano":"1763773923120000000","endTimeUnixNano":"1763773924120000000","attributes":[
                 {"key":"ai.operationId","value":{"stringValue":"ai.generateText.doGenerate"}},{"key":"ai.response.text","value":{"stringValue":"yo"}},
                 {"key":"ai.prompt.messages","value":{"stringValue":"[{\\"role\\":\\"tool\\",\\"content\\":[{\\"type\\":\\"tool-result\\",\\"toolCallId\\":\\"c\\",\\"toolName\\":\\"f\\",\\"output\\":{\\"type\\":\\"content\\",\\"value\\":[{\\"type\\":\\"media\\",\\"data\\":\\"%s\\",\\"mediaType\\":\\"image/png\\"}]}}]}]"}}]}]}]}]}"""),
        BLOCKS_OF_A_TOOL_SPAN(new BraintrustLog(), """
                {"id":"a","root_span_id":"t","span_id":"a","span_attributes":{"name":"shot","type":"tool"},"input":{"u":1},
                 "output":[{"type":"image","source":{"type":"base64","media_type":"image/png","data":"%s"}}]}"""),
        FIELD_OF_A_TOOL_SPAN(new LangfuseLog(), """
                {"data":[{"id":"o","traceId":"t","type":"TOOL","name":"shot","startTime":"2025-11-22T01:12:03Z","endTime":"2025-11-22T01:12:04Z",
                 "input":{"u":1},"output":{"image":"data:image/png;base64,%s"}}],"meta":{"page":1}}""");

        private final Dialect dialect;
        private final String document;

        Shape(Dialect dialect, String document) {
            this.dialect = dialect;
            this.document = document;
        }

        Span read() {
            Told told = Told.by(
                    dialect,
                    "a.json",
                    document.formatted(DATA).replace("\n", "").getBytes(StandardCharsets.UTF_8));
            assertThat(told.refusals()).isEmpty();
            return told.span(0);
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void bytesAreKeptByReferenceAndTheSpanSaysSo(Shape shape) {
        Span span = shape.read();
        assertThat(span.toString()).doesNotContain(DATA.substring(20, 60)).contains(Digest.sha256(PNG));
        assertThat(span.fidelity()).contains(Fidelity.MULTIMODAL);
        List<Media> media = Stream.concat(span.messagesIn().stream(), span.messagesOut().stream())
                .map(Message::media)
                .flatMap(List::stream)
                .toList();
        assertThat(media.size()).isEqualTo(span.kind() == SpanKind.TOOL ? 0 : 1);
        assertThat(media)
                .allMatch(one -> one.type().equals("image")
                        && one.mime().filter("image/png"::equals).isPresent());
    }

    @Test
    void aToolOfASessionThatShowsAnImageSaysWhich() {
        String lines = """
                {"type":"user","uuid":"u1","parentUuid":null,"sessionId":"s","timestamp":"2025-11-22T01:12:03Z","message":{"role":"user","content":"fix"}}
                {"type":"assistant","uuid":"u2","parentUuid":"u1","sessionId":"s","requestId":"r","timestamp":"2025-11-22T01:12:04Z","message":{"id":"m","type":"message","role":"assistant","model":"c","content":[{"type":"tool_use","id":"t","name":"Read","input":{"file_path":"/x.png"}}],"stop_reason":"tool_use"}}
                {"type":"user","uuid":"u3","parentUuid":"u2","sessionId":"s","timestamp":"2025-11-22T01:12:05Z","message":{"role":"user","content":[{"type":"tool_result","tool_use_id":"t","content":[{"type":"image","source":{"type":"base64","media_type":"image/png","data":"%s"}}]}]}}
                """.formatted(DATA);
        Told told = Told.by(new ClaudeCodeLog(), "a.jsonl", lines.getBytes(StandardCharsets.UTF_8));
        Span tool = told.spans().stream()
                .filter(span -> span.kind() == SpanKind.TOOL)
                .findFirst()
                .orElseThrow();
        assertThat(tool.toolUse().orElseThrow().result())
                .contains("[{\"mime\":\"image/png\",\"sha256\":\"%s\",\"type\":\"image\"}]"
                        .formatted(Digest.sha256(PNG)));
        assertThat(tool.fidelity()).contains(Fidelity.MULTIMODAL);
    }
}
