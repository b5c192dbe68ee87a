package dev.logmill.jobs.sniff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.RawPieces;
import dev.logmill.curation.ingest.object.SqliteForm;
import dev.logmill.curation.ingest.object.StoredObject;
import dev.logmill.curation.lake.StorageSettings;
import java.io.IOException;
import java.util.Optional;
import java.util.StringJoiner;

/** What tables and columns an SQLite database has, for somebody who is about to write a query. */
record Databases(StorageSettings storage) {
    private static final String QUERY = """
            select t.name as name, (select group_concat(c.name, ', ') from pragma_table_info(t.name) c) as columns
            from sqlite_schema t where t.type in ('table', 'view') and t.name not like 'sqlite%' order by t.name""";
    private static final int LONGEST_NAME = 1 << 16;

    /** The tables of a database, {@code calls (id, said)}; nothing where an object is none. */
    Optional<String> of(RawObject object) throws IOException {
        StringJoiner tables = new StringJoiner(", ");
        tables.setEmptyValue("");
        try (RawPieces rows = new SqliteForm(QUERY).pieces(object, new StoredObject(object, storage), LONGEST_NAME)) {
            rows.forEachRemaining(row -> row.fold(record -> tables.add(told(record.body())), broken -> tables));
        }
        return Optional.of(tables.toString()).filter(found -> !found.isEmpty());
    }

    /** A name may be any text: what would move a terminal's cursor is left out. */
    private static String told(JsonNode table) {
        String told = "%s (%s)"
                .formatted(table.path("name").asText(), table.path("columns").asText());
        return told.replaceAll("\\p{Cntrl}", "");
    }
}
