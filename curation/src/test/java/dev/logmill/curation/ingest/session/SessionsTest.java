package dev.logmill.curation.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.SpanText;
import dev.logmill.curation.ingest.Told;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What session files hold beside a plain talk: going back, growing, counts that are said again. */
class SessionsTest {
    private static final String USER = "{'type':'user','uuid':'%s','parentUuid':%s,'sessionId':'s','timestamp':'%s',"
            + "'message':{'role':'user','content':'%s'}}\n";
    private static final String ANSWER =
            "{'type':'assistant','uuid':'%s','parentUuid':%s,'sessionId':'s','timestamp':'%s',"
                    + "'message':{'id':'m-%1$s','role':'assistant','model':'claude','content':[{'type':'text','text':'%s'}],"
                    + "'usage':{'input_tokens':5,'output_tokens':2}}}\n";

    private static String at(int second) {
        return "2026-11-22T08:00:%02dZ".formatted(second);
    }

    private static String user(String id, String before, int second, String text) {
        return USER.formatted(id, before.isEmpty() ? "null" : "'" + before + "'", at(second), text);
    }

    private static String answer(String id, String before, int second, String text) {
        return ANSWER.formatted(id, before.isEmpty() ? "null" : "'" + before + "'", at(second), text);
    }

    private static Told read(Dialect dialect, String lines) {
        return Told.by(dialect, "a.jsonl", lines.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static List<Span> calls(Told told) {
        return told.spans().stream().filter(span -> span.kind() == SpanKind.LLM).toList();
    }

    private static String in(Span span) {
        return span.messagesIn().stream()
                .map(message -> message.content().orElse(""))
                .collect(Collectors.joining(", "));
    }

    @Test
    void whoeverGoesBackInClaudeCodeLeavesTheOtherWayBehind() {
        Told told = read(
                new ClaudeCodeLog(),
                user("u1", "", 1, "one")
                        + answer("a1", "u1", 2, "first")
                        + user("u2", "a1", 3, "two")
                        + answer("a2", "u2", 4, "second")
                        + user("u3", "a1", 5, "instead")
                        + answer("a3", "u3", 6, "third"));
        assertThat(calls(told)).extracting(SessionsTest::in).containsExactly("one", "two", "instead");
        assertThat(calls(told))
                .extracting(span -> span.continuesSpanId().orElse(""))
                .containsExactly("", "m-a1", "m-a1");
    }

    @Test
    void aSessionThatHasGrownReplacesWhatItWas() {
        String before = user("u1", "", 1, "one") + answer("a1", "u1", 2, "first");
        Told first = read(new ClaudeCodeLog(), before);
        Told grown = read(new ClaudeCodeLog(), before + user("u2", "a1", 2, "two") + answer("a2", "u2", 2, "second"));
        assertThat(grown.spans())
                .extracting(Span::spanId)
                .containsAll(first.spans().stream().map(Span::spanId).toList());
        assertThat(grown.span(0).traceId()).isEqualTo(first.span(0).traceId());
        assertThat(grown.span(0).versionAt()).isAfter(first.span(0).versionAt());
        assertThat(grown.span(0).messagesOut()).extracting(Message::content).containsExactly(Optional.of("second"));
    }

    @Test
    void linesThatAreSaidTwiceAreOne() {
        String talk = user("u1", "", 1, "one") + answer("a1", "u1", 2, "first");
        assertThat(read(new ClaudeCodeLog(), talk + talk).spans())
                .extracting(SpanText::of)
                .isEqualTo(read(new ClaudeCodeLog(), talk).spans().stream()
                        .map(SpanText::of)
                        .toList());
    }

    @Test
    void linesThatLeadInACircleEnd() {
        Told told = read(new ClaudeCodeLog(), user("u1", "a1", 1, "one") + answer("a1", "u1", 2, "first"));
        assertThat(calls(told)).hasSize(1);
    }

    @Test
    void whatOnlyTheScreenShowsIsNotSaid() {
        Told told = read(
                new ClaudeCodeLog(),
                user("u1", "", 1, "one")
                        + user("x", "u1", 1, "shown").replace("'type'", "'isVisibleInTranscriptOnly':true,'type'")
                        + answer("a1", "x", 2, "first"));
        assertThat(in(calls(told).get(0))).isEqualTo("one");
    }

    @ParameterizedTest
    @CsvSource({
        "-home-ann-ferry/5e551000-0000-4000-8000-000000000001.jsonl, <-home-ann-ferry>/<5e551000-0000-4000-8000-000000000001>.jsonl",
        "x/-Users-ann-ferry/s/subagents/agent-a77.jsonl, x/<-Users-ann-ferry>/s/subagents/agent-a77.jsonl",
        "C--Users-ann/a.jsonl, <C--Users-ann>/a.jsonl",
        "2026/11/22/rollout-2026-11-22T09-00-00-0199c0de-0000-7000-8000-000000000001.jsonl, "
                + "2026/11/22/rollout-2026-11-22T09-00-00-<0199c0de-0000-7000-8000-000000000001>.jsonl",
        "srv-home-x/a.jsonl, srv-home-x/a.jsonl"
    })
    void pathsNameNeitherSessionsNorHomes(String path, String shown) {
        assertThat(new ClaudeCodeLog().disguised(path, id -> "<" + id + ">")).isEqualTo(shown);
        assertThat(new CodexLog().disguised(path, id -> "<" + id + ">")).isEqualTo(shown);
    }

    private static final String META =
            "{'timestamp':'2026-11-22T09:00:00Z','type':'session_meta','payload':{'id':'c','cwd':'/home/ann'}}\n";
    private static final String ITEM = "{'timestamp':'%s','type':'response_item','payload':%s}\n";
    private static final String COUNT = "{'timestamp':'%s','type':'event_msg','payload':{'type':'token_count','info':"
            + "{'total_token_usage':{'input_tokens':%d},'last_token_usage':{'input_tokens':%d,'cached_input_tokens':3,'output_tokens':1}}}}\n";

    private static String asked(int second, String text) {
        return ITEM.formatted(
                at(second), "{'type':'message','role':'user','content':[{'type':'input_text','text':'" + text + "'}]}");
    }

    private static String said(int second, String text) {
        return ITEM.formatted(
                at(second),
                "{'type':'message','role':'assistant','content':[{'type':'output_text','text':'" + text + "'}]}");
    }

    @Test
    void aCountThatCodexSaysAgainIsOfNoOtherAnswer() {
        String count = COUNT.formatted(at(2), 10, 10);
        Told told = read(
                new CodexLog(),
                META
                        + asked(1, "one")
                        + said(2, "first")
                        + count
                        + count
                        + asked(3, "two")
                        + count
                        + said(4, "second")
                        + count
                        + COUNT.formatted(at(5), 30, 20));
        assertThat(calls(told))
                .extracting(span -> span.usage().orElseThrow().inputTokens().orElseThrow())
                .containsExactly(10L, 20L);
        assertThat(told.span(0).usage()).isEmpty();
    }

    @Test
    void aProgramThatFailedInCodex() {
        Told told = read(
                new CodexLog(),
                META
                        + asked(1, "one")
                        + ITEM.formatted(
                                at(2), "{'type':'function_call','name':'shell','arguments':'{}','call_id':'c1'}")
                        + ITEM.formatted(
                                at(3),
                                "{'type':'function_call_output','call_id':'c1','output':'{\\\"output\\\":\\\"gone\\\",\\\"metadata\\\":{\\\"exit_code\\\":2}}'}"));
        assertThat(told.spans())
                .filteredOn(span -> span.kind() == SpanKind.TOOL)
                .singleElement()
                .satisfies(tool -> assertThat(tool.failure()).isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Exit code: 1\\nWall time: 0.1 seconds\\nOutput:\\ngone | true",
                "Chunk ID: 8fa2\\nWall time: 0.1 seconds\\nProcess exited with code -1\\nOutput:\\ngone | true",
                "Exit code: 0\\nWall time: 0.1 seconds\\nOutput:\\nExit code: 1 | false",
                "Exit code: 1 is what make gives | false",
                "Process running with session ID 4\\nOutput:\\n | false"
            })
    void aProgramWhoseEndCodexTellsAsText(String output, boolean failed) {
        Told told = read(
                new CodexLog(),
                META
                        + asked(1, "one")
                        + ITEM.formatted(
                                at(2),
                                "{'type':'function_call','name':'shell_command','arguments':'{}','call_id':'c1'}")
                        + ITEM.formatted(
                                at(3),
                                "{'type':'function_call_output','call_id':'c1','output':'%s'}".formatted(output)));
        assertThat(told.spans())
                .filteredOn(span -> span.kind() == SpanKind.TOOL)
                .singleElement()
                .satisfies(tool -> assertThat(tool.failure().isPresent()).isEqualTo(failed));
    }

    private static final String EVENT = "{'timestamp':'%s','type':'event_msg','payload':%s}\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'type':'error','message':'it broke'} | error | it broke",
                "{'type':'error','message':'it broke','codex_error_info':'usage_limit_exceeded'} | usage_limit_exceeded | it broke",
                "{'type':'error','message':'it broke','codex_error_info':{'http_connection_failed':{'http_status_code':503}}} | http_connection_failed | it broke",
                "{'type':'stream_error','message':'reconnecting 1/5'} | stream_error | reconnecting 1/5",
                "{'type':'turn_aborted','reason':'interrupted'} | turn_aborted | interrupted"
            })
    void whatCodexSaysWentWrongIsTheErrorOfTheCallAndOfTheRun(String event, String type, String message) {
        Told told = read(new CodexLog(), META + asked(1, "one") + EVENT.formatted(at(2), event));
        Failure failure = new Failure(type, Optional.of(message));
        assertThat(told.span(0).kind()).isEqualTo(SpanKind.AGENT);
        assertThat(told.span(0).status()).isEqualTo(Status.ERROR);
        assertThat(told.span(0).failure()).contains(failure);
        assertThat(calls(told)).singleElement().satisfies(call -> {
            assertThat(call.status()).isEqualTo(Status.ERROR);
            assertThat(call.failure()).contains(failure);
            assertThat(in(call)).isEqualTo("one");
            assertThat(call.fidelity()).isEmpty();
        });
    }

    @Test
    void aStreamOfCodexThatBrokeOffAndWasTriedAgainFailsOneCallAndNotTheRun() {
        String broken = EVENT.formatted(at(2), "{'type':'stream_error','message':'reconnecting 1/5'}");
        Told told = read(new CodexLog(), META + asked(1, "one") + broken + broken + said(3, "first"));
        assertThat(told.span(0).status()).isNotEqualTo(Status.ERROR);
        assertThat(told.span(0).failure()).isEmpty();
        assertThat(calls(told)).hasSize(2);
        assertThat(calls(told).get(0).status()).isEqualTo(Status.ERROR);
        assertThat(calls(told).get(1).status()).isEqualTo(Status.OK);
        assertThat(calls(told).get(1).continuesSpanId())
                .contains(calls(told).get(0).spanId());
    }

    @Test
    void thatATurnOfCodexWasStoppedSaysLessThanWhyItFailed() {
        String error = EVENT.formatted(at(2), "{'type':'error','message':'it broke'}");
        String stopped = EVENT.formatted(at(3), "{'type':'turn_aborted','reason':'interrupted'}");
        assertThat(read(new CodexLog(), META + asked(1, "one") + error + stopped)
                        .span(0)
                        .failure())
                .contains(new Failure("error", Optional.of("it broke")));
        Told answered = read(new CodexLog(), META + asked(1, "one") + said(2, "first") + stopped);
        assertThat(answered.span(0).failure()).contains(new Failure("turn_aborted", Optional.of("interrupted")));
        assertThat(calls(answered)).singleElement().satisfies(call -> assertThat(call.status())
                .isEqualTo(Status.OK));
    }

    @Test
    void aReviewOfCodexEndsWithoutAnError() {
        String ended = EVENT.formatted(at(3), "{'type':'turn_aborted','reason':'review_ended'}");
        assertThat(read(new CodexLog(), META + asked(1, "one") + said(2, "first") + ended)
                        .span(0)
                        .failure())
                .isEmpty();
    }

    @Test
    void aSessionInWhichNothingWasSaidYetIsRead() {
        Told told = read(new CodexLog(), META);
        assertThat(told.spans()).singleElement().satisfies(run -> assertThat(run.attributes())
                .isEqualTo("{\"cwd\":\"~\"}"));
        assertThat(read(new CodexLog(), asked(1, "one")).refusals())
                .containsExactly(
                        "UNKNOWN_SHAPE: no session of Codex: no line of type session_meta with an id, and no bare one with id and timestamp");
    }

    @Test
    void aFailedToolStaysOneForAllLaterAnswers() {
        String result =
                "{'type':'user','uuid':'u2','parentUuid':'a1','sessionId':'s','timestamp':'%s','message':{'role':'user',"
                        + "'content':[{'type':'tool_result','tool_use_id':'t1','is_error':true,'content':'no such program'}]}}\n";
        Told told = read(
                new ClaudeCodeLog(),
                user("u1", "", 1, "Run it")
                        + answer("a1", "u1", 2, "I run it")
                        + result.formatted(at(3))
                        + answer("a2", "u2", 4, "It failed")
                        + user("u3", "a2", 5, "Why?")
                        + answer("a3", "u3", 6, "Not there"));
        assertThat(calls(told))
                .extracting(Span::attributes)
                .containsExactly("{}", "{\"tool_errors\":[\"t1\"]}", "{\"tool_errors\":[\"t1\"]}");
    }
}
