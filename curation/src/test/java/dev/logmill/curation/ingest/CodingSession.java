package dev.logmill.curation.ingest;

import static dev.logmill.curation.ingest.Written.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.preset.Preset;
import dev.logmill.curation.trace.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Each coding agent with the lines that it writes of a session. */
@SuppressWarnings("ImmutableEnumChecker") // Dialects have no state that changes.
enum CodingSession {
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

    CodingSession(String preset) {
        this.dialect = Preset.of(preset)
                .orElseThrow()
                .dialect(MissingNode.getInstance(), "mapping", "demo", new ArrayList<>());
    }

    Dialect dialect() {
        return dialect;
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
