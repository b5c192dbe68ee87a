package dev.logmill.curation.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.SpanText;
import dev.logmill.curation.ingest.Told;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
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

    @Test
    void aSessionInWhichNothingWasSaidYetIsRead() {
        Told told = read(new CodexLog(), META);
        assertThat(told.spans()).singleElement().satisfies(run -> assertThat(run.attributes())
                .isEqualTo("{\"cwd\":\"~\"}"));
        assertThat(read(new CodexLog(), asked(1, "one")).refusals())
                .containsExactly(
                        "UNKNOWN_SHAPE: no session of Codex: no line of type session_meta with an id, and no bare one with id and timestamp");
    }
}
