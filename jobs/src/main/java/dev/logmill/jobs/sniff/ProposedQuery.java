package dev.logmill.jobs.sniff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A mapping to begin with, for somebody who has a database and no query yet: of the table that looks most like calls. */
final class ProposedQuery {
    private static final List<String> ASKED =
            List.of("messages", "input", "prompt", "question", "request", "asked", "query", "user_message");
    private static final List<String> ANSWERED =
            List.of("output", "response", "answer", "completion", "reply", "answered", "assistant_message");
    private static final List<String> ROLES = List.of("role", "sender", "speaker", "author");
    private static final List<String> CONTENTS = List.of("content", "text", "message", "body");

    private static final String NO_CONVERSATION = "COLUMN_OF_THE_CONVERSATION";

    private final String table;
    private final ProposedFields fields;

    private ProposedQuery(String table, ProposedFields fields) {
        this.table = table;
        this.fields = fields;
    }

    /**
     * Its lines; none where there is no table.
     *
     * @param tables their columns by their names
     * @param rows a row of each that has one
     */
    static List<String> lines(Map<String, List<String>> tables, Map<String, JsonNode> rows) {
        Optional<Map.Entry<String, List<String>>> best =
                tables.entrySet().stream().max(Comparator.comparingInt(table -> likeness(table.getValue())));
        if (best.isEmpty()) {
            return List.of();
        }
        String table = best.get().getKey();
        JsonNode row = rows.getOrDefault(table, MissingNode.getInstance());
        ProposedQuery query =
                new ProposedQuery(table, new ProposedFields(best.get().getValue(), row));
        List<String> lines = new ArrayList<>();
        lines.add(
                "a query says which rows are the records. Put this into a file, mend it, and try it with --mapping FILE:");
        lines.addAll(isTalk(best.get().getValue()) ? query.conversation() : query.calls());
        return lines.stream().map(SampleRow::plain).toList();
    }

    private List<String> calls() {
        List<String> lines = new ArrayList<>();
        lines.add("  query: |");
        lines.add("    select * from " + quoted(table));
        lines.add("  input: /" + first(fields.columns(), ASKED).orElse("COLUMN_OF_WHAT_WAS_ASKED"));
        lines.add("  output: /" + first(fields.columns(), ANSWERED).orElse("COLUMN_OF_THE_ANSWER"));
        lines.addAll(fields.lines());
        return lines;
    }

    /** Of a table with a row for each message: the messages of a conversation are one record. */
    private List<String> conversation() {
        String id = fields.conversation().orElse(NO_CONVERSATION);
        String role = fields.column(ROLES).orElseThrow();
        String content = fields.column(CONTENTS).orElseThrow();
        Optional<String> created = fields.column(ProposedFields.CREATED);
        Optional<String> user = fields.user().filter(column -> !column.equals(role));
        String at = created.map(ProposedQuery::quoted).orElse("rowid");
        List<String> lines = new ArrayList<>();
        lines.add("  query: |");
        lines.add(
                "    select %s as conversation, %s%sjson_group_array(json_object('role', %s, 'content', %s%s)) as messages"
                        .formatted(
                                quoted(id),
                                user.map(column -> "max(%s) as person, ".formatted(quoted(column)))
                                        .orElse(""),
                                created.isPresent() ? "min(%s) as began, max(%s) as ended, ".formatted(at, at) : "",
                                quoted(role),
                                quoted(content),
                                created.isPresent() ? ", 'time', " + at : ""));
        lines.add(
                "    from (select * from %s order by %s, rowid) group by %s".formatted(quoted(table), at, quoted(id)));
        lines.add("  unit: conversation");
        List.of("trace", "span", "session").forEach(key -> lines.add("  " + key + ": /conversation"));
        user.ifPresent(column -> lines.add("  user: /person"));
        lines.add("  messages: /messages");
        created.ifPresentOrElse(
                time -> {
                    lines.add("  started: " + fields.time(time, "began"));
                    lines.add("  ended: " + fields.time(time, "ended"));
                    lines.add("  updated: " + fields.time(time, "ended"));
                    lines.add("  message: {role: /role, content: /content, time: %s}"
                            .formatted(fields.time(time, "time")));
                },
                () -> lines.add("  message: {role: /role, content: /content}"));
        return lines;
    }

    private static boolean isTalk(List<String> columns) {
        ProposedFields fields = new ProposedFields(columns, MissingNode.getInstance());
        return (fields.conversation().isPresent()
                        || fields.column(List.of("role")).isPresent())
                && fields.column(ROLES).isPresent()
                && fields.column(CONTENTS).isPresent();
    }

    private static int likeness(List<String> columns) {
        int asked = (first(columns, ASKED).isPresent() ? 1 : 0)
                + (first(columns, ANSWERED).isPresent() ? 1 : 0);
        return isTalk(columns) ? 2 : asked;
    }

    /** A name as SQL has it. */
    private static String quoted(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** The column that has one of these words, the whole of it or a part; a count of tokens is neither. */
    private static Optional<String> first(List<String> columns, List<String> words) {
        List<String> spoken = columns.stream()
                .filter(column -> !column.toLowerCase(Locale.ROOT).matches(".*(tokens|_id|_at|_ms|error).*"))
                .toList();
        return words.stream()
                .flatMap(word -> spoken.stream().filter(column -> column.equalsIgnoreCase(word)))
                .findFirst()
                .or(() -> words.stream()
                        .flatMap(word -> spoken.stream().filter(column -> column.toLowerCase(Locale.ROOT)
                                .contains(word)))
                        .findFirst());
    }
}
