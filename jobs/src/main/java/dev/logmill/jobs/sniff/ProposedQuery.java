package dev.logmill.jobs.sniff;

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

    private ProposedQuery() {}

    /**
     * Its lines; none where there is no table.
     *
     * @param tables their columns by their names
     */
    static List<String> lines(Map<String, List<String>> tables) {
        Optional<Map.Entry<String, List<String>>> best =
                tables.entrySet().stream().max(Comparator.comparingInt(table -> likeness(table.getValue())));
        if (best.isEmpty()) {
            return List.of();
        }
        String table = best.get().getKey();
        List<String> columns = best.get().getValue();
        String name = table.matches("[A-Za-z_][A-Za-z0-9_]*") ? table : "\"" + table.replace("\"", "\"\"") + "\"";
        List<String> lines = new ArrayList<>();
        lines.add(
                "a query says which rows are the records. Put this into a file, mend it, and try it with --mapping FILE:");
        lines.add("  query: |");
        lines.add("    select * from " + name);
        lines.add("  input: /" + first(columns, ASKED).orElse("COLUMN_OF_WHAT_WAS_ASKED"));
        lines.add("  output: /" + first(columns, ANSWERED).orElse("COLUMN_OF_THE_ANSWER"));
        return lines.stream().map(SampleRow::plain).toList();
    }

    private static int likeness(List<String> columns) {
        return (first(columns, ASKED).isPresent() ? 1 : 0)
                + (first(columns, ANSWERED).isPresent() ? 1 : 0);
    }

    /** The column that has one of these words, the whole of it or a part. */
    private static Optional<String> first(List<String> columns, List<String> words) {
        return words.stream()
                .flatMap(word -> columns.stream().filter(column -> column.equalsIgnoreCase(word)))
                .findFirst()
                .or(() -> words.stream()
                        .flatMap(word -> columns.stream().filter(column -> column.toLowerCase(Locale.ROOT)
                                .contains(word)))
                        .findFirst());
    }
}
