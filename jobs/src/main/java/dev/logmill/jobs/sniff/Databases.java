package dev.logmill.jobs.sniff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.RawPieces;
import dev.logmill.curation.ingest.object.SqliteForm;
import dev.logmill.curation.ingest.object.StoredObject;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.lake.StorageSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What tables and columns an SQLite database has, and a row of each table, for somebody who is about to write a query.
 *
 * @param sample makes a row one that may be shown
 */
record Databases(StorageSettings storage, SampleRow sample) {
    /** Rows of views and of virtual tables are made by whatever their schema says, and so may be without end. */
    private static final String COLUMNS = """
            select t.name as name, c.name as column, t.type = 'table' and t.sql not like 'create virtual%' as stored
            from sqlite_schema t join pragma_table_info(t.name) c
            where t.type in ('table', 'view') and t.name not like 'sqlite%' order by t.name, c.cid""";

    private static final int LARGEST_ROW = 1 << 24;
    private static final int MOST_TABLES = 100;
    private static final int MOST_COLUMNS = 100;
    private static final String NUMBER = "row_of";

    /** A table by its name in the schema. */
    private record Table(String name, List<String> columns, boolean stored) {
        /** As SQL; a name may hold any text. */
        static String quoted(String name) {
            return "\"" + name.replace("\"", "\"\"") + "\"";
        }

        /** A row of it, its columns by number: those of all tables are put to the database at once. */
        String query(int number) {
            String some = IntStream.range(0, MOST_COLUMNS)
                    .mapToObj(i -> "%s as c%d".formatted(i < columns.size() ? quoted(columns.get(i)) : "null", i))
                    .collect(Collectors.joining(", "));
            return "select * from (select %d as %s, %s from %s limit 1)".formatted(number, NUMBER, some, quoted(name));
        }
    }

    /** What a database holds, in lines; nothing where an object is none. */
    List<String> of(RawObject object) throws IOException {
        List<Table> tables = tables(object);
        if (tables.isEmpty()) {
            return List.of();
        }
        Map<Integer, ObjectNode> rows = rows(object, tables);
        List<String> lines = new ArrayList<>();
        lines.add("it is an SQLite database; its tables, each with its columns and a row of it:");
        for (int i = 0; i < tables.size(); i++) {
            Table table = tables.get(i);
            lines.add(SampleRow.plain("  %s (%s)".formatted(table.name(), String.join(", ", table.columns()))));
            Optional<ObjectNode> row = Optional.ofNullable(rows.get(i));
            lines.add("    "
                    + row.map(named -> sample.shown(named) + talks(named))
                            .orElse(table.stored() ? "no row to show" : "a view or virtual table"));
        }
        lines.addAll(ProposedQuery.lines(
                tables.stream()
                        .filter(Table::stored)
                        .collect(Collectors.toMap(Table::name, Table::columns, (one, same) -> one, LinkedHashMap::new)),
                rows.entrySet().stream()
                        .collect(
                                Collectors.toMap(row -> tables.get(row.getKey()).name(), Map.Entry::getValue))));
        return lines;
    }

    private List<Table> tables(RawObject object) throws IOException {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (JsonNode row : all(object, COLUMNS)) {
            String name = row.path("name").asText();
            tables.computeIfAbsent(
                            name,
                            none -> new Table(
                                    name, new ArrayList<>(), row.path("stored").asInt() == 1))
                    .columns()
                    .add(row.path("column").asText());
        }
        return List.copyOf(tables.values());
    }

    private Map<Integer, ObjectNode> rows(RawObject object, List<Table> tables) throws IOException {
        String query = IntStream.range(0, Math.min(MOST_TABLES, tables.size()))
                .filter(i -> tables.get(i).stored())
                .mapToObj(i -> tables.get(i).query(i))
                .collect(Collectors.joining(" union all "));
        Map<Integer, ObjectNode> rows = new TreeMap<>();
        for (JsonNode row : query.isEmpty() ? List.<JsonNode>of() : all(object, query)) {
            int number = row.path(NUMBER).asInt();
            List<String> columns = tables.get(number).columns();
            ObjectNode named = Json.MAPPER.createObjectNode();
            for (int i = 0; i < Math.min(MOST_COLUMNS, columns.size()); i++) {
                named.set(columns.get(i), row.path("c" + i).isMissingNode() ? null : row.path("c" + i));
            }
            rows.put(number, named);
        }
        return rows;
    }

    /** How a mapping reads the columns that hold whole conversations; nothing where there are none. */
    private static String talks(ObjectNode row) {
        return row.properties().stream()
                .filter(column -> isAnswered(JsonInText.decoded(column.getValue())))
                .map(column ->
                        "%n    %s holds whole conversations: in a mapping, input is its address and output is left out"
                                .formatted(SampleRow.plain(column.getKey())))
                .collect(Collectors.joining());
    }

    private static boolean isAnswered(JsonNode value) {
        JsonNode last = value.path(value.size() - 1);
        return value.isArray()
                && value.size() > 1
                && value.path(0).path("role").isTextual()
                && last.path("role").asText().equals("assistant");
    }

    private List<JsonNode> all(RawObject object, String query) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        try (RawPieces rows = new SqliteForm(query).pieces(object, new StoredObject(object, storage), LARGEST_ROW)) {
            rows.forEachRemaining(row -> row.fold(record -> all.add(record.body()), broken -> false));
        }
        return all;
    }
}
