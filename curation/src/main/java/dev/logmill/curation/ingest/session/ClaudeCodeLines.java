package dev.logmill.curation.ingest.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lines of a session of Claude Code as entries. Each line of the conversation names the one before it; an answer stands
 * in as many lines as it has parts, all with the id of its message, and what is no part of the conversation (snapshots,
 * titles, progress, what only the screen shows) may stand between.
 */
final class ClaudeCodeLines {
    private final Map<String, String> before = new LinkedHashMap<>();
    private final Map<String, String> entryOfLine = new LinkedHashMap<>();
    private final Map<String, ClaudeCodeAnswer> answers = new LinkedHashMap<>();
    private final Map<String, Entry> told = new LinkedHashMap<>();
    private final Map<String, JsonNode> firstLines = new LinkedHashMap<>();
    private final Map<String, String> callers = new LinkedHashMap<>();
    private Optional<JsonNode> last = Optional.empty();
    private Optional<String> title = Optional.empty();

    /** The last line of the conversation, if there is any. */
    Optional<JsonNode> last() {
        return last;
    }

    /** What the session is called. */
    Optional<String> title() {
        return title;
    }

    /** The call whose result names a subagent. */
    Optional<String> callerOf(String subagent) {
        return Optional.ofNullable(callers.get(subagent));
    }

    void take(JsonNode line) throws UnreadableRecord {
        String uuid = Fields.word(line, "uuid");
        String type = Fields.word(line, "type");
        if (type.equals("summary")) {
            title = Fields.filled(line, "summary").or(() -> title);
        }
        if (uuid.isEmpty() || before.containsKey(uuid)) {
            return;
        }
        before.put(uuid, Fields.word(line, "parentUuid"));
        boolean onScreenOnly = line.path("isVisibleInTranscriptOnly").asBoolean()
                && !line.path("isCompactSummary").asBoolean();
        boolean spoken = (type.equals("user") || type.equals("assistant"))
                && line.path("message").isObject()
                && line.path("sessionId").isTextual();
        if (!spoken || onScreenOnly) {
            return;
        }
        last = Optional.of(line);
        if (type.equals("user")) {
            told(line, uuid);
        } else {
            answered(line, uuid);
        }
    }

    private void answered(JsonNode line, String uuid) {
        ClaudeCodeAnswer.idOf(line).ifPresent(id -> {
            entryOfLine.put(uuid, id);
            firstLines.putIfAbsent(id, line);
            answers.computeIfAbsent(id, ClaudeCodeAnswer::new).add(line);
        });
    }

    private void told(JsonNode line, String uuid) throws UnreadableRecord {
        Fields fields = new Fields();
        JsonNode message = line.path("message");
        entryOfLine.put(uuid, uuid);
        firstLines.put(uuid, line);
        Entry entry = Entry.told(
                uuid,
                Optional.empty(),
                new AnyMessages(fields).input(message, "message"),
                Session.time(line),
                new HashSet<>(fields.failedCalls()),
                fields.notes());
        told.put(uuid, entry);
        Fields.filled(line.path("toolUseResult"), "agentId").ifPresent(subagent -> entry.messages().stream()
                .flatMap(result -> result.toolCallId().stream())
                .findFirst()
                .ifPresent(call -> callers.put(subagent, call)));
    }

    /** What was said in each run, by the run's id, empty for that of the session itself; in the order of the lines. */
    Map<String, List<Entry>> runs() throws UnreadableRecord {
        Map<String, List<Entry>> runs = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> first : firstLines.entrySet()) {
            String id = first.getKey();
            JsonNode line = first.getValue();
            ClaudeCodeAnswer answer = answers.get(id);
            Optional<String> after = entryBefore(Fields.word(line, "parentUuid"), id);
            Entry said = told.get(id);
            if (answer != null) {
                said = answer.entry(after);
            } else if (said != null) {
                said = Entry.told(id, after, said.messages(), said.time(), said.failedCalls(), said.notes());
            }
            if (said != null) {
                runs.computeIfAbsent(run(line), none -> new ArrayList<>()).add(said);
            }
        }
        return runs;
    }

    /** The entry that a line leads back to, over lines that are no part of the conversation and other parts of itself. */
    private Optional<String> entryBefore(String uuid, String self) {
        Set<String> seen = new HashSet<>();
        String at = uuid;
        while (!at.isEmpty() && seen.add(at)) {
            String entry = entryOfLine.get(at);
            if (entry != null && !entry.equals(self)) {
                return Optional.of(entry);
            }
            at = before.getOrDefault(at, "");
        }
        return Optional.empty();
    }

    private String run(JsonNode line) {
        if (!line.path("isSidechain").asBoolean()) {
            return "";
        }
        return Fields.filled(line, "agentId").orElseGet(() -> root(Fields.word(line, "uuid")));
    }

    private String root(String uuid) {
        Set<String> seen = new HashSet<>();
        String at = uuid;
        while (seen.add(at) && before.containsKey(before.getOrDefault(at, ""))) {
            at = before.getOrDefault(at, "");
        }
        return at;
    }
}
