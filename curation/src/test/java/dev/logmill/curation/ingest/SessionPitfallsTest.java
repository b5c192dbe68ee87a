package dev.logmill.curation.ingest;

import static dev.logmill.curation.ingest.Written.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.preset.Preset;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pitfalls of {@link PitfallsTest} that session files of coding agents can fall into. A file is one session, written by
 * one program on one machine, a turn after the other: so no part of a trace comes from elsewhere, no span wraps or judges
 * another, nobody samples, no feedback is in them, and a time is always a text with its zone.
 */
class SessionPitfallsTest {
    /** Each coding agent with the lines that it writes of a session. */
    enum Session {
        CLAUDE_CODE("claude-code") {
            @Override
            String begun() {
                return "{'type':'summary','summary':'s'}";
            }

            @Override
            String asked(String content, String more) {
                return "{'type':'user','uuid':'u1','sessionId':'talk-5','parentUuid':null,'timestamp':'2026-01-24T09:20:46Z','message':{'role':'user','content':"
                        + content + "}" + more + "}";
            }

            @Override
            String answered(String text, String more) {
                return "{'type':'assistant','uuid':'a1','parentUuid':'u1','sessionId':'talk-5','timestamp':'2026-01-24T09:20:48Z','message':{'id':'m1','role':'assistant','content':[{'type':'text','text':'"
                        + text
                        + "'}],'usage':{'input_tokens':332,'cache_read_input_tokens':8,'output_tokens':19}}"
                        + more + "}";
            }

            @Override
            String called(String arguments) {
                return "{'type':'assistant','uuid':'a1','parentUuid':'u1','sessionId':'talk-5','timestamp':'2026-01-24T09:20:48Z','message':{'id':'m1','role':'assistant','content':[{'type':'tool_use','id':'c1','name':'f','input':"
                        + arguments + "}]}}";
            }

            @Override
            String brought(String id) {
                return "{'type':'user','uuid':'u2','parentUuid':'a1','sessionId':'talk-5','timestamp':'2026-01-24T09:20:49Z','message':{'role':'user','content':[{'type':'tool_result','tool_use_id':'"
                        + id + "','content':'r'}]}}";
            }
        },
        CODEX("codex") {
            @Override
            String begun() {
                return "{'type':'session_meta','timestamp':'2026-01-24T09:20:45Z','payload':{'id':'talk-5','cwd':'/home/erika.mustermann77/x'}}";
            }

            @Override
            String asked(String content, String more) {
                String parts = content.startsWith("[") ? content : "[{'type':'input_text','text':" + content + "}]";
                return item("46", "'type':'message','role':'user','content':" + parts)
                        .replaceFirst("}$", more + "}");
            }

            @Override
            String answered(String text, String more) {
                return item(
                                        "48",
                                        "'type':'message','role':'assistant','content':[{'type':'output_text','text':'"
                                                + text + "'}]")
                                .replaceFirst("}$", more + "}")
                        + "\n{'type':'event_msg','timestamp':'2026-01-24T09:20:48Z','payload':{'type':'token_count','info':{'total_token_usage':{'input_tokens':9340,'output_tokens':919},"
                        + "'last_token_usage':{'input_tokens':340,'cached_input_tokens':8,'output_tokens':19}}}}";
            }

            @Override
            String called(String arguments) {
                String text = arguments.startsWith("'") ? arguments : "'" + arguments.replace("'", "`") + "'";
                return item("48", "'type':'function_call','call_id':'c1','name':'f','arguments':" + text);
            }

            @Override
            String brought(String id) {
                return item("49", "'type':'function_call_output','call_id':'" + id + "','output':'r'");
            }

            private String item(String second, String payload) {
                return "{'type':'response_item','timestamp':'2026-01-24T09:20:" + second + "Z','payload':{" + payload
                        + "}}";
            }
        };

        private final Dialect dialect;

        Session(String preset) {
            this.dialect = Preset.of(preset)
                    .orElseThrow()
                    .dialect(MissingNode.getInstance(), "mapping", "demo", new ArrayList<>());
        }

        abstract String begun();

        abstract String asked(String content, String more);

        abstract String answered(String text, String more);

        abstract String called(String arguments);

        abstract String brought(String id);

        Told read(String... lines) {
            return Told.by(dialect, "a.jsonl", file(lines));
        }

        static byte[] file(String... lines) {
            StringBuilder file = new StringBuilder();
            for (String line : lines) {
                for (String one : line.split("\n", -1)) {
                    file.append(one.startsWith("{'") ? json(one).toString().replace("`", "\\\"") : one)
                            .append('\n');
                }
            }
            return file.toString().getBytes(StandardCharsets.UTF_8);
        }

        /** The spans of a session of one question and what follows it. */
        List<Span> spans(String question, String... then) {
            List<String> lines = new ArrayList<>(List.of(begun(), asked("'" + question + "'", "")));
            lines.addAll(List.of(then));
            Told told = read(lines.toArray(String[]::new));
            assertThat(told.refusals()).isEmpty();
            return told.spans();
        }
    }

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
    void overlappingWindows(Session log) {
        List<Span> once = log.spans("hi", log.answered("yo", ""));
        assertThat(log.spans("hi", log.answered("yo", ""))).isEqualTo(once);
        List<Span> grown = log.spans("hi", log.answered("yo", ""), log.called("{}"), log.brought("c1"));
        assertThat(grown).extracting(Span::spanId).contains(call(once).spanId());
        assertThat(grown).allMatch(span -> span.versionAt().isAfter(once.get(0).versionAt()));
    }

    /** A time that cannot be one is none: the turn was said all the same, and there are times beside it. */
    @ParameterizedTest
    @EnumSource
    void clockUnits(Session log) {
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
    void textThatMerelyLooksLikeJson(Session log) {
        for (String text : List.of("42", "true", "null", "{oops", "[1] and [2]", "{}", "[]")) {
            Span call = call(log.spans(text, log.answered(text, "")));
            assertThat(call.messagesIn()).as(text).containsExactly(Message.of(Role.USER, text));
            assertThat(call.messagesOut()).as(text).containsExactly(Message.of(Role.ASSISTANT, text));
        }
    }

    /** Claude Code writes the usage of an answer with each of its parts, Codex the sum of the session beside the last. */
    @ParameterizedTest
    @EnumSource
    void tokenDoubleCount(Session log) {
        String again = log.answered("yo", "")
                .replace("'uuid':'a1'", "'uuid':'a2'")
                .replace("'input_tokens':9340", "'input_tokens':9680");
        List<Span> spans = log.spans("hi", log.answered("yo", ""), again);
        long answers = log == Session.CODEX ? 2 : 1;
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
        Session log = Session.CLAUDE_CODE;
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
    void truncation(Session log) {
        Span call = call(log.spans("12 (litellm_truncated 12982 chars) 34", log.answered("and so on ...", "")));
        assertThat(call.fidelity()).containsExactly(Fidelity.TRUNCATED_INPUT);
        assertThat(call.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "and so on ..."));
        Span broken = call(log.spans("hi", log.called("'{'")));
        assertThat(broken.fidelity()).contains(Fidelity.UNPARSED_ARGUMENTS);
        assertThat(broken.messagesOut().get(0).toolCalls()).containsExactly(new ToolCall("c1", "f", "{"));
    }

    @ParameterizedTest
    @EnumSource
    void multimodal(Session log) {
        String image = log == Session.CODEX
                ? "{'type':'input_image','image_url':'data:image/png;base64,AAEC'}"
                : "{'type':'image','source':{'type':'base64','media_type':'image/png','data':'AAEC'}}";
        String text = log == Session.CODEX ? "{'type':'input_text','text':'see'}" : "{'type':'text','text':'see'}";
        Span call = call(log.read(log.begun(), log.asked("[" + text + "," + image + "]", ""), log.answered("yo", ""))
                .spans());
        assertThat(call.messagesIn().get(0).content()).contains("see");
        assertThat(call.messagesIn().get(0).media()).hasSize(1);
        assertThat(call.fidelity()).contains(Fidelity.MULTIMODAL);
        assertThat(call.toString()).doesNotContain("AAEC");
    }

    @ParameterizedTest
    @EnumSource
    void toolCallIds(Session log) {
        List<Span> paired = log.spans("hi", log.called("{}"), log.brought("c1"));
        assertThat(of(SpanKind.TOOL, paired)).extracting(Span::name).containsExactly("f");
        assertThat(of(SpanKind.TOOL, log.spans("hi", log.called("{}"), log.brought("c9"))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void argumentsAsTextOrObject(Session log) {
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
        Session log = Session.CLAUDE_CODE;
        Told told = log.read(
                log.begun(),
                log.asked("'hi'", "").replace("'parentUuid':null", "'parentUuid':" + parent),
                log.answered("yo", ""));
        assertThat(call(told.spans()).messagesIn()).containsExactly(Message.of(Role.USER, "hi"));
        assertThat(call(told.spans()).continuesSpanId()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void schemaDrift(Session log) {
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
        for (Session log : Session.values()) {
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
    void unmaskedRawBucket(Session log) {
        String text = "I am erika.mustermann@example.org, call +49 170 1234567";
        RecordReader reader = new RecordReader(
                log.dialect,
                "demo",
                new ContentRedaction(new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8))),
                LocalDate.of(2026, 11, 1),
                1);
        byte[] file = Session.file(
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
