package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A tool's JSON schema as canonical text. All calls of an agent offer the same tools, and to compare two trees takes a small part
 * of writing one, so the text of one is kept for the next time; it depends on the tree alone.
 */
final class SchemaText {
    /** Schemas that are kept; longer ones are not. */
    private static final int KEPT = 256;

    private static final int LONGEST_KEPT = 16_000;

    /** Each is whole once it is seen, and any thread would make the same: a race costs a little work and nothing else. */
    private static final @Nullable SchemaText[] RECENT = new SchemaText[KEPT];

    private final JsonNode schema;
    private final String text;

    private SchemaText(JsonNode schema) {
        this.schema = schema;
        this.text = Json.canonical(GeminiSchema.plain(schema));
    }

    static String of(JsonNode schema) {
        int place = place(schema);
        SchemaText known = RECENT[place];
        if (known == null || !known.schema.equals(SchemaText::compare, schema)) {
            known = new SchemaText(schema);
            if (known.text.length() <= LONGEST_KEPT) {
                RECENT[place] = known;
            }
        }
        return known.text;
    }

    /** Zero for two values that are written alike: to Jackson 1.0 and 1.00 are equal, and their texts are not. */
    private static int compare(JsonNode one, JsonNode other) {
        return one.equals(other) && one.asText().equals(other.asText()) ? 0 : 1;
    }

    /** By the names of its properties, which nearly always tell two apart. */
    private static int place(JsonNode schema) {
        int hash = schema.size();
        for (var property : schema.path("properties").properties()) {
            hash = 31 * hash + property.getKey().hashCode();
        }
        return (hash ^ (hash >>> 16)) & (KEPT - 1);
    }
}
