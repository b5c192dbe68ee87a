package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.Fields;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** APIs that are known by their bodies but not read, so that a refusal can name them. */
@SuppressWarnings("ImmutableEnumChecker") // The predicates are without state.
enum UnreadApi {
    MODERATIONS(
            "a moderation, which says of a text whether it is harmful and answers nothing",
            (request, body) -> body.path("results").path(0).has("flagged") || isCallOf(body, "moderation")),
    RERANK(
            "a rerank, which orders documents and answers nothing",
            (request, body) -> body.path("results").path(0).has("relevance_score") || isCallOf(body, "rerank")),
    IMAGES("a call that makes an image, which answers no message", (request, body) -> isImage(body)),
    TRANSCRIPTION(
            "a transcription, which writes down a sound that the log does not hold",
            (request, body) -> isCallOf(body, "transcription")),
    SPEECH("a call that speaks a text, which answers nothing else", (request, body) -> isCallOf(body, "speech")),
    CODEX_EXEC(
            "an event of codex exec --json, which tells neither what was asked nor when; the session's own file, below .codex/sessions, tells all: dialect mapped with preset codex reads it",
            (request, body) ->
                    Fields.word(body, "type").matches("(thread|turn|item)[.](started|updated|completed|failed)")),
    CLAUDE_STREAM(
            "a line of claude --output-format stream-json, which means nothing without those before it and tells no times; the session's own file, below .claude/projects, tells all: dialect mapped with preset claude-code reads it",
            (request, body) -> body.has("session_id")
                    && Set.of("system", "assistant", "user", "result", "stream_event")
                            .contains(Fields.word(body, "type"))),
    GEMINI_CLI(
            "a session of Gemini CLI, which no dialect and no preset reads",
            (request, body) -> body.has("sessionId") && body.has("projectHash")),
    ASSISTANTS(
            "OpenAI's Assistants, whose messages are not in the call",
            (request, body) -> body.has("thread_id")
                    || Set.of("thread", "assistant", "list").contains(Fields.word(body, "object"))),
    BODIES_ELSEWHERE(
            "an invocation log of Bedrock whose bodies are objects of their own, which inputBodyS3Path names; have them logged inline, which takes up to 100 KB",
            (request, body) -> body.path("input").has("inputBodyS3Path")),
    OLLAMA_LINE(
            "a line of a streamed answer of Ollama, which is no answer alone; log the lines of a call as its one response, or call with stream: false",
            (request, body) -> body.path("done").isBoolean());

    private final String what;
    private final BiPredicate<JsonNode, JsonNode> match;

    UnreadApi(String what, BiPredicate<JsonNode, JsonNode> match) {
        this.what = what;
        this.match = match;
    }

    /** LiteLLM says what a call was; of an asynchronous one with an a before it. */
    private static boolean isCallOf(JsonNode record, String operation) {
        String told = Fields.word(record, "call_type");
        return told.equals(operation) || told.equals("a" + operation);
    }

    private static boolean isImage(JsonNode body) {
        JsonNode first = body.path("data").path(0);
        return first.has("b64_json")
                || first.has("revised_prompt")
                || body.path("images").path(0).isTextual()
                || isCallOf(body, "image_generation")
                || isCallOf(body, "image_edit");
    }

    static Optional<UnreadApi> of(JsonNode request, JsonNode body) {
        return Arrays.stream(values())
                .filter(api -> api.match.test(request, body))
                .findFirst();
    }

    /** Whether a record is of it, whatever else it looks like. */
    boolean isOf(JsonNode record) {
        return match.test(record, record);
    }

    String refusal() {
        return "not read by openai-log: " + what;
    }
}
