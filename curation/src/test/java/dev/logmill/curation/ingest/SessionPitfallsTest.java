package dev.logmill.curation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.ContentRedaction;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.run.Run;
import dev.logmill.curation.run.RunAssembler;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.Usage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pitfalls of {@link Pitfalls} that session files of coding agents can fall into. A file is one session, written by
 * one program on one machine, a turn after the other: so no part of a trace comes from elsewhere, no span wraps or judges
 * another, nobody samples, no feedback is in them, and a time is always a text with its zone.
 */
class SessionPitfallsTest {
    private static List<Span> of(SpanKind kind, List<Span> spans) {
        return spans.stream().filter(span -> span.kind() == kind).toList();
    }

    private static Span call(List<Span> spans) {
        List<Span> calls = of(SpanKind.LLM, spans);
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    @ParameterizedTest
    @EnumSource
    void overlappingWindows(CodingSession log) {
        List<Span> once = log.spans("hi", log.answered("yo", ""));
        assertThat(log.spans("hi", log.answered("yo", ""))).isEqualTo(once);
        List<Span> grown = log.spans("hi", log.answered("yo", ""), log.called("{}"), log.brought("c1"));
        assertThat(grown).extracting(Span::spanId).contains(call(once).spanId());
        assertThat(grown).allMatch(span -> span.versionAt().isAfter(once.get(0).versionAt()));
    }

    /** A time that cannot be one is none: the turn was said all the same, and there are times beside it. */
    @ParameterizedTest
    @EnumSource
    void clockUnits(CodingSession log) {
        Span call = call(log.spans("hi", log.answered("yo", "")));
        assertThat(call.startedAt()).contains(Instant.ofEpochSecond(1769246446));
        assertThat(call.endedAt()).contains(Instant.ofEpochSecond(1769246448));
        Told never = log.read(
                log.begun(),
                log.asked("'hi'", "").replace("2026-01-24", "1970-01-24"),
                log.answered("yo", "").replace("2026-01-24", "3026-01-24"));
        assertThat(never.refusals()).isEmpty();
        assertThat(call(never.spans()).startedAt()).isEmpty();
        assertThat(call(never.spans()).endedAt()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void textThatMerelyLooksLikeJson(CodingSession log) {
        for (String text : List.of("42", "true", "null", "{oops", "[1] and [2]", "{}", "[]")) {
            Span call = call(log.spans(text, log.answered(text, "")));
            assertThat(call.messagesIn()).as(text).containsExactly(Message.of(Role.USER, text));
            assertThat(call.messagesOut()).as(text).containsExactly(Message.of(Role.ASSISTANT, text));
        }
    }

    /** Claude Code writes the usage of an answer with each of its parts, Codex the sum of the session beside the last. */
    @ParameterizedTest
    @EnumSource
    void tokenDoubleCount(CodingSession log) {
        String again = log.answered("yo", "")
                .replace("'uuid':'a1'", "'uuid':'a2'")
                .replace("'input_tokens':9340", "'input_tokens':9680");
        List<Span> spans = log.spans("hi", log.answered("yo", ""), again);
        long answers = log == CodingSession.CODEX ? 2 : 1;
        assertThat(of(SpanKind.LLM, spans)).hasSize((int) answers);
        List<Run> runs = RunAssembler.assemble(spans, 1);
        assertThat(runs).hasSize(1);
        assertThat(runs.get(0).usage().inputTokens()).contains(340 * answers);
        assertThat(call(log.spans("hi", log.answered("yo", ""))).usage())
                .contains(new Usage(
                        Optional.of(340L), Optional.of(19L), Optional.of(8L), Optional.empty(), Optional.empty()));
    }

    /** An answer of Claude Code stands in a line a part, as its blocks were streamed. */
    @Test
    void streamingChunks() {
        CodingSession log = CodingSession.CLAUDE_CODE;
        Span call = call(log.spans(
                "hi",
                log.answered("Let me", ""),
                log.called("{'a':1}").replace("'uuid':'a1','parentUuid':'u1'", "'uuid':'a2','parentUuid':'a1'")));
        assertThat(call.messagesOut()).hasSize(1);
        assertThat(call.messagesOut().get(0).content()).contains("Let me");
        assertThat(call.messagesOut().get(0).toolCalls()).containsExactly(new ToolCall("c1", "f", "{\"a\":1}"));
    }

    @ParameterizedTest
    @EnumSource
    void truncation(CodingSession log) {
        Span call = call(log.spans("12 (litellm_truncated 12982 chars) 34", log.answered("and so on ...", "")));
        assertThat(call.fidelity()).containsExactly(Fidelity.TRUNCATED_INPUT);
        assertThat(call.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "and so on ..."));
        Span broken = call(log.spans("hi", log.called("'{'")));
        assertThat(broken.fidelity()).contains(Fidelity.UNPARSED_ARGUMENTS);
        assertThat(broken.messagesOut().get(0).toolCalls()).containsExactly(new ToolCall("c1", "f", "{"));
    }

    @ParameterizedTest
    @EnumSource
    void multimodal(CodingSession log) {
        String image = log == CodingSession.CODEX
                ? "{'type':'input_image','image_url':'data:image/png;base64,AAEC'}"
                : "{'type':'image','source':{'type':'base64','media_type':'image/png','data':'AAEC'}}";
        String text =
                log == CodingSession.CODEX ? "{'type':'input_text','text':'see'}" : "{'type':'text','text':'see'}";
        Span call = call(log.read(log.begun(), log.asked("[" + text + "," + image + "]", ""), log.answered("yo", ""))
                .spans());
        assertThat(call.messagesIn().get(0).content()).contains("see");
        assertThat(call.messagesIn().get(0).media()).hasSize(1);
        assertThat(call.fidelity()).contains(Fidelity.MULTIMODAL);
        assertThat(call.toString()).doesNotContain("AAEC");
    }

    @ParameterizedTest
    @EnumSource
    void toolCallIds(CodingSession log) {
        List<Span> paired = log.spans("hi", log.called("{}"), log.brought("c1"));
        assertThat(of(SpanKind.TOOL, paired)).extracting(Span::name).containsExactly("f");
        assertThat(of(SpanKind.TOOL, log.spans("hi", log.called("{}"), log.brought("c9"))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void argumentsAsTextOrObject(CodingSession log) {
        for (String arguments : List.of("{'b':1,'a':2}", "'{`b`:1,`a`:2}'")) {
            assertThat(call(log.spans("hi", log.called(arguments)))
                            .messagesOut()
                            .get(0)
                            .toolCalls())
                    .as(arguments)
                    .containsExactly(new ToolCall("c1", "f", "{\"a\":2,\"b\":1}"));
        }
    }

    /** Where a line says what it goes on from; Codex goes by the order of its lines. */
    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "'gone'", "'u1'"})
    void rootMarkerVariants(String parent) {
        CodingSession log = CodingSession.CLAUDE_CODE;
        Told told = log.read(
                log.begun(),
                log.asked("'hi'", "").replace("'parentUuid':null", "'parentUuid':" + parent),
                log.answered("yo", ""));
        assertThat(call(told.spans()).messagesIn()).containsExactly(Message.of(Role.USER, "hi"));
        assertThat(call(told.spans()).continuesSpanId()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void schemaDrift(CodingSession log) {
        Told told = log.read(
                log.begun(),
                "{'type':'brand_new','payload':{'deep':[1]}}",
                log.asked("'hi'", ",'brand_new':7"),
                "{'type':7}",
                log.answered("yo", ",'brand_new':{'a':1}"));
        assertThat(told.refusals()).isEmpty();
        assertThat(call(told.spans()).messagesIn()).containsExactly(Message.of(Role.USER, "hi"));
        assertThat(call(told.spans()).messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "yo"));
    }

    /** A line that is no JSON is told by itself, and the session is read without it. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{\"a\":NaN}", "{\"a\":"})
    void duplicatedKeysAndOtherBrokenLines(String line) {
        for (CodingSession log : CodingSession.values()) {
            Told told = log.read(log.begun(), log.asked("'hi'", ""), line, log.answered("yo", ""));
            assertThat(told.refusals())
                    .as(log.name())
                    .singleElement()
                    .asString()
                    .startsWith("MALFORMED_JSON");
            assertThat(call(told.spans()).messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "yo"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void unmaskedRawBucket(CodingSession log) {
        String text = "I am erika.mustermann@example.org, call +49 170 1234567";
        RecordReader reader = new RecordReader(
                log.dialect(),
                "demo",
                new ContentRedaction(new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8))),
                LocalDate.of(2026, 11, 1),
                1);
        byte[] file = CodingSession.file(
                log.begun(),
                log.asked("'" + text + "'", ",'cwd':'/home/erika.mustermann77/x'"),
                log.answered("You wrote " + text, ""));
        Told told = Told.by(reader, "a.jsonl", file);
        assertThat(told.spans()).hasSize(2);
        assertThat(told.spans().toString())
                .contains("<EMAIL_", "<PHONE_")
                .doesNotContain("mustermann", "1234567", "talk-5");
    }
}
