package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.NameWithin;
import dev.logmill.curation.privacy.detect.SecretLabel;
import java.util.List;
import java.util.Set;

/**
 * A key that tells only of which type the value under it is, what is compared with it or which of two it is, so that the key above
 * calls the value: {@code {"FullName": {"S": "..."}}} of DynamoDB, {@code {"lastName": {"stringValue": "..."}}} of Firestore,
 * {@code {"full_name": {"query": "..."}}} of a search, {@code {"dob": {"old": "...", "new": "..."}}}.
 */
final class WrappedKey {
    private static final Set<String> MARKS = Set.of(
            "S",
            "N",
            "SS",
            "NS",
            "stringValue",
            "integerValue",
            "doubleValue",
            "timestampValue",
            "numberValue",
            "longValue",
            "string",
            "text",
            "#text",
            "_text",
            "$t",
            "query",
            "term",
            "eq",
            "equals",
            "ne",
            "neq",
            "like",
            "ilike",
            "contains",
            "startsWith",
            "starts_with",
            "in",
            "_eq",
            "_neq",
            "_like",
            "_ilike",
            "_in",
            "$eq",
            "$ne",
            "$in",
            "$regex",
            "old",
            "new",
            "old_value",
            "new_value",
            "oldValue",
            "newValue",
            "before",
            "after",
            "previous",
            "current");

    private static final Set<String> SHOWN = Set.of("text", "#text", "_text", "$t");

    /** A number of a passport is no passport's, but its own: the two in one are what it is called. */
    private static final String NUMBER = "number";

    /** What an index of a search has of the same field. */
    private static final List<String> FIELDS = List.of(".keyword", ".raw", ".exact");

    private WrappedKey() {}

    /** The key that a value stands under, of its own and that of the object that it is in. */
    static String label(String above, String key) {
        if (above.isEmpty()) {
            return bare(key);
        }
        if (SecretLabel.isHolder(above)) {
            return above + "." + key;
        }
        String within = NameWithin.label(above, key);
        if (!within.equals(key)) {
            return within;
        }
        if (key.equals(NUMBER)) {
            return bare(above) + "_" + key;
        }
        // What a page says beside the field of a password is no password.
        boolean shown = SHOWN.contains(key) && SecretLabel.isName(above);
        return MARKS.contains(key) && !shown ? bare(above) : bare(key);
    }

    /** A key without what an index of a search has behind it: {@code username.keyword}. */
    static String bare(String key) {
        return FIELDS.stream()
                .filter(key::endsWith)
                .findFirst()
                .map(field -> key.substring(0, key.length() - field.length()))
                .orElse(key);
    }
}
