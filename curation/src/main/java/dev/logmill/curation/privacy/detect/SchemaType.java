package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;

/** Whether all of a text is the name of a type, or says that nothing is there, as schemas and their examples have under any key: string. */
final class SchemaType {
    private static final Set<String> ALL = Phrases.of(
            "string|str|number|integer|int|boolean|bool|object|array|list|null|none|nil|nan|float|double|decimal|date|datetime|date-time|text"
                    + "|varchar|char|any|required|optional|undefined|n/a|na|unknown|string?|uuid|enum|true|false|missing|empty|redacted");

    private SchemaType() {}

    static boolean is(String text) {
        return ALL.contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
