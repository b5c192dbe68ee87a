package dev.logmill.jobs.sniff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.privacy.DetectorKind;
import dev.logmill.curation.privacy.JsonRedactor;
import dev.logmill.curation.privacy.PrivacyFailure;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.privacy.SeenValues;
import dev.logmill.curation.privacy.TextRedactor;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a table on one line of a screen: its identifiers replaced as those of a record are, long texts cut.
 *
 * @param pseudonyms what identifiers are replaced under; nothing where text is shown as it is
 */
record SampleRow(Optional<Pseudonyms> pseudonyms) {
    private static final int LONGEST = 80;
    private static final String SCOPE = "row";

    String shown(ObjectNode row) {
        try {
            JsonNode kept = pseudonyms.isEmpty() ? row : Json.parse(redacted(row.toString(), pseudonyms.get()));
            ObjectNode shown = Json.MAPPER.createObjectNode();
            // In the order of the columns, which the redacted text has not; a name may be redacted, too.
            row.fieldNames().forEachRemaining(name -> {
                if (kept.has(name)) {
                    shown.set(name, cut(kept.path(name)));
                }
            });
            kept.properties().forEach(field -> shown.putIfAbsent(field.getKey(), cut(field.getValue())));
            return plain(shown.toString());
        } catch (PrivacyFailure | IOException unchecked) {
            return "a row that could not be checked for identifiers";
        }
    }

    private static String redacted(String row, Pseudonyms pseudonyms) throws PrivacyFailure {
        TextRedactor texts = new TextRedactor(DetectorKind.all(), pseudonyms);
        SeenValues seen = new SeenValues();
        new JsonRedactor(texts.noting(seen), pseudonyms).redactWithUsers(row, Map.of(), SCOPE);
        return new JsonRedactor(texts.withSeen(seen), pseudonyms).redactWithUsers(row, Map.of(), SCOPE);
    }

    /** Cut only once it is checked: half an identifier is not found. */
    private static JsonNode cut(JsonNode value) {
        String text = value.asText();
        return value.isTextual() && text.length() > LONGEST
                ? Json.MAPPER.getNodeFactory().textNode(text.substring(0, LONGEST) + "...")
                : value;
    }

    /** Without what a terminal would obey: names and texts of a database may be any. */
    static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", "");
    }
}
