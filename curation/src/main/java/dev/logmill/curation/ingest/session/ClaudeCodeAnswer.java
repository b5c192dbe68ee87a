package dev.logmill.curation.ingest.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.FinishReasons;
import dev.logmill.curation.ingest.message.UsageConvention;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Model;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One answer, put together from the lines that hold its parts. Each line repeats the usage as it was known then, so that
 * of the last one is the answer's; a part may stand in two lines.
 */
final class ClaudeCodeAnswer {
    /** What Claude Code says in the model's place. */
    private static final String NO_MODEL = "<synthetic>";

    private static final Set<String> LINE = Set.of(
            "uuid",
            "parentUuid",
            "logicalParentUuid",
            "sessionId",
            "timestamp",
            "type",
            "message",
            "cwd",
            "version",
            "gitBranch",
            "userType",
            "entrypoint",
            "isSidechain",
            "isApiErrorMessage",
            "error",
            "agentId",
            "slug");
    private static final Set<String> MESSAGE =
            Set.of("id", "type", "role", "model", "content", "stop_reason", "stop_sequence", "usage");

    private final String id;
    private final ArrayNode parts = Json.MAPPER.createArrayNode();
    private final Fields fields = new Fields();
    private JsonNode usage = Json.MAPPER.missingNode();
    private Optional<String> model = Optional.empty();
    private Optional<String> ended = Optional.empty();
    private Optional<Instant> time = Optional.empty();
    private boolean failed;
    private String failureType = "api_error";

    ClaudeCodeAnswer(String id) {
        this.id = id;
    }

    /** The answer that a line is a part of; nothing where it holds words of Claude Code that no model saw or said. */
    static Optional<String> idOf(JsonNode line) {
        boolean failed = line.path("isApiErrorMessage").asBoolean();
        JsonNode message = line.path("message");
        if (failed || Fields.word(message, "model").equals(NO_MODEL)) {
            return failed ? Fields.filled(line, "uuid") : Optional.empty();
        }
        return Fields.filled(message, "id").or(() -> Fields.filled(line, "uuid"));
    }

    void add(JsonNode line) {
        JsonNode message = line.path("message");
        JsonNode content = message.path("content");
        for (JsonNode part : content.isArray() ? content : text(content)) {
            boolean known = parts.valueStream().anyMatch(part::equals);
            if (!known) {
                parts.add(part);
            }
        }
        usage = message.path("usage").isObject() ? message.path("usage") : usage;
        model = Fields.filled(message, "model").or(() -> model);
        ended = Fields.filled(message, "stop_reason").or(() -> ended);
        time = Session.time(line).or(() -> time);
        failed |= line.path("isApiErrorMessage").asBoolean();
        failureType = Fields.filled(line, "error").orElse(failureType);
        fields.keepRest("", line, LINE);
        fields.keepRest("message", message, MESSAGE);
    }

    private static ArrayNode text(JsonNode content) {
        ArrayNode parts = Json.MAPPER.createArrayNode();
        if (content.isTextual()) {
            parts.addObject().put("type", "text").put("text", content.textValue());
        }
        return parts;
    }

    Entry entry(Optional<String> after) throws UnreadableRecord {
        ObjectNode message = Json.MAPPER.createObjectNode().put("role", "assistant");
        message.set("content", parts);
        List<Message> said = new AnyMessages(fields).output(message, "message");
        ObjectNode attributes = Json.MAPPER.createObjectNode();
        fields.rest().forEach(attributes::set);
        Optional<Failure> failure = failed
                ? Optional.of(new Failure(failureType, said.stream().findFirst().flatMap(Message::content)))
                : Optional.empty();
        return new Entry(
                id,
                after,
                true,
                failed ? List.of() : said,
                time,
                failed
                        ? Optional.empty()
                        : Optional.of(new Model(
                                Optional.of("anthropic"),
                                Optional.empty(),
                                model,
                                Optional.empty(),
                                Optional.of(id),
                                ended.map(FinishReasons::normalised))),
                failed ? Optional.empty() : UsageConvention.ANTHROPIC.read(usage),
                Set.of(),
                failure,
                fields.notes(),
                Json.canonical(attributes));
    }
}
