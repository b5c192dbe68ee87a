package dev.logmill.curation.ingest.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.ResponsesItems;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lines of a session of Codex as entries. An answer is the items that the model made one after the other, up to a
 * result, a prompt or the count of its tokens; that count is said again with every change of the limits. What a compaction
 * leaves takes the place of all that came before.
 */
final class CodexLines {
    private final List<Entry> entries = new ArrayList<>();
    private final CodexModel model = new CodexModel();
    private Optional<JsonNode> meta = Optional.empty();
    private ArrayNode made = Json.MAPPER.createArrayNode();
    private Optional<Instant> madeAt = Optional.empty();
    private Optional<String> previous = Optional.empty();
    private JsonNode counted = Json.MAPPER.missingNode();
    private Optional<Failure> failure = Optional.empty();
    private int number;
    private int answers;

    /** What the session says of itself, if it does. */
    Optional<JsonNode> meta() {
        return meta;
    }

    /** What went wrong since the last answer; it ends the session, as far as that goes. */
    Optional<Failure> failure() {
        return failure;
    }

    /** All that was said, in the order of the lines. */
    List<Entry> entries() throws UnreadableRecord {
        closeAnswer();
        return List.copyOf(entries);
    }

    void take(JsonNode line) throws UnreadableRecord {
        number++;
        JsonNode payload = line.path("payload");
        switch (Fields.word(line, "type")) {
            case "session_meta" -> begin(payload, line);
            case "turn_context" -> model.take(payload);
            case "response_item" -> item(payload, line);
            case "compacted" -> compacted(payload, line);
            case "event_msg" -> {
                if (Fields.word(payload, "type").equals("token_count")) {
                    counted(payload.path("info"));
                }
                failed(CodexFailure.of(payload), line);
            }
            default -> bare(line);
        }
    }

    private void bare(JsonNode line) throws UnreadableRecord {
        if (meta.isEmpty() && CodexItems.isBareMeta(line)) {
            begin(line, line);
        } else if (meta.isPresent() && line.has("type") && !line.has("payload")) {
            item(line, line);
        }
    }

    /** A session that goes on from another one holds what that one said of itself too; its own stands first. */
    private void begin(JsonNode payload, JsonNode line) {
        if (meta.isPresent() || Fields.filled(payload, "id").isEmpty()) {
            return;
        }
        meta = Optional.of(payload);
        Fields.filled(payload.path("base_instructions"), "text")
                .or(() -> Fields.filled(payload, "instructions"))
                .ifPresent(system -> tell(List.of(Message.of(Role.SYSTEM, system)), line, Set.of(), Set.of()));
    }

    private void item(JsonNode item, JsonNode line) throws UnreadableRecord {
        if (CodexItems.isMade(item)) {
            made.add(CodexItems.plain(item));
            madeAt = Session.time(line).or(() -> madeAt);
        } else if (CodexItems.isTold(item)) {
            closeAnswer();
            Fields fields = new Fields();
            List<Message> messages = new ResponsesItems(fields)
                    .messages(Json.MAPPER.createArrayNode().add(item), "payload");
            Set<String> failedCalls = new HashSet<>(fields.failedCalls());
            if (CodexItems.failed(item)) {
                failedCalls.add(Fields.word(item, "call_id"));
            }
            tell(messages, line, failedCalls, fields.notes());
        }
    }

    private void tell(List<Message> messages, JsonNode line, Set<String> failedCalls, Set<Fidelity> notes) {
        String id = "told-" + number;
        entries.add(Entry.told(id, previous, messages, Session.time(line), failedCalls, notes));
        previous = Optional.of(id);
    }

    private void compacted(JsonNode payload, JsonNode line) throws UnreadableRecord {
        closeAnswer();
        previous = Optional.empty();
        Fields fields = new Fields();
        JsonNode left = payload.path("replacement_history");
        List<Message> messages = left.isArray() && !left.isEmpty()
                ? new ResponsesItems(fields).messages(left, "payload.replacement_history")
                : Fields.filled(payload, "message").stream()
                        .map(summary -> Message.of(Role.USER, summary))
                        .toList();
        tell(messages, line, Set.of(), fields.notes());
    }

    /** The count of the answer that was made last; one that says the same total as before is no other answer's. */
    private void counted(JsonNode info) throws UnreadableRecord {
        JsonNode total = info.path("total_token_usage");
        if (total.isMissingNode() || total.equals(counted)) {
            return;
        }
        counted = total;
        closeAnswer();
        Optional<Usage> usage = CodexModel.usage(info.path("last_token_usage"));
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry entry = entries.get(i);
            if (entry.isAnswer()) {
                if (entry.usage().isEmpty()) {
                    entries.set(i, entry.counted(usage));
                }
                return;
            }
        }
    }

    /** An answer that did not come, where the model was told something last; why the session ends so, until an answer comes. */
    private void failed(Optional<Failure> told, JsonNode line) throws UnreadableRecord {
        if (told.isEmpty()) {
            return;
        }
        closeAnswer();
        Failure why = told.filter(CodexFailure::tellsMore).or(() -> failure).orElse(told.get());
        failure = Optional.of(why);
        if (entries.isEmpty()) {
            return;
        }
        boolean asked = !entries.get(entries.size() - 1).isAnswer();
        if (asked) {
            answer(List.of(), Session.time(line), new Fields());
        }
        int last = entries.size() - 1;
        if (asked || entries.get(last).failure().isPresent()) {
            entries.set(last, entries.get(last).failed(why));
        }
    }

    private void closeAnswer() throws UnreadableRecord {
        if (made.isEmpty()) {
            return;
        }
        Fields fields = new Fields();
        answer(new ResponsesItems(fields).messages(made, "payload"), madeAt, fields);
        failure = Optional.empty();
        made = Json.MAPPER.createArrayNode();
        madeAt = Optional.empty();
    }

    private void answer(List<Message> messages, Optional<Instant> time, Fields fields) {
        answers++;
        ObjectNode attributes = Json.MAPPER.createObjectNode();
        fields.rest().forEach(attributes::set);
        String id = "answer-" + answers;
        entries.add(new Entry(
                id,
                previous,
                true,
                messages,
                time,
                Optional.of(model.of(messages, meta)),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                fields.notes(),
                Json.canonical(attributes)));
        previous = Optional.of(id);
    }
}
