package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.privacy.detect.FieldSelector;
import dev.logmill.curation.privacy.detect.NameWithin;
import dev.logmill.curation.privacy.detect.SecretLabel;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What calls a value that stands under a key which says nothing: {@code {"label": "Date of birth", "value": "1979-08-23"}}, a question
 * beside its answer, and {@code {"password": {"value": "..."}}}, where the key above calls it.
 */
final class PairedKey {
    private static final Set<String> VALUES =
            Set.of("value", "val", "answer", "fieldvalue", "field_value", "parametervalue", "envvalue");
    private static final Set<String> CHANGES = Set.of(
            "old", "new", "old_value", "new_value", "oldvalue", "newvalue", "before", "after", "previous", "current");
    private static final Set<String> CALLS = Set.of(
            "label",
            "name",
            "key",
            "field",
            "fieldname",
            "field_name",
            "title",
            "question",
            "prompt",
            "attribute",
            "column",
            "property",
            "type",
            "system",
            "setting",
            "slot",
            "selector",
            "param",
            "parameter",
            "parameterkey",
            "envname",
            "variable");

    /** Under these stand ids and kinds of things as well, so that they call only a secret. */
    private static final Set<String> CALLS_SECRETS = Set.of("id", "ref", "element", "target");

    /** What is typed into a field stands under this too, where the field is that of a secret. */
    private static final String TYPED = "text";

    /** Chars of what calls a value; a longer text is no name of it. */
    private static final int LONGEST = 200;

    private static final int LONGEST_ROW = 7;

    private PairedKey() {}

    /** Whether a key says nothing of the value under it. */
    static boolean isOfValue(String key) {
        return VALUES.contains(key.toLowerCase(Locale.ROOT)) || isOfChange(key);
    }

    /** Whether what stands under a key is what was typed, where a secret is called beside it: {@code {"field": "Password", "text": "..."}}. */
    static boolean isTyped(String key) {
        return key.equals(TYPED);
    }

    /** Whether a key tells what a field was before a change or is behind it: {@code {"field": "phone", "old": "...", "new": "..."}}. */
    private static boolean isOfChange(String key) {
        return CHANGES.contains(key.toLowerCase(Locale.ROOT));
    }

    /** Whether what stands under a key may call the value beside it. */
    static boolean calls(String key) {
        String small = key.toLowerCase(Locale.ROOT);
        return CALLS.contains(small) || CALLS_SECRETS.contains(small);
    }

    /** What calls the value of an object; empty where there is none or nothing calls it. */
    static String in(JsonNode object) {
        boolean value = false;
        String calls = "";
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            value |= isOfValue(field.getKey()) || isTyped(field.getKey());
            if (calls(field.getKey()) && field.getValue().isTextual()) {
                calls = better(calls, field.getKey(), field.getValue().textValue());
            }
        }
        return value ? calls : "";
    }

    /** What calls a value, of what was told before and what stands under a key: what is written for people goes before a type. */
    static String better(String before, String key, String text) {
        boolean secret = CALLS_SECRETS.contains(key.toLowerCase(Locale.ROOT));
        boolean weak = secret || key.equalsIgnoreCase("type") || key.equalsIgnoreCase("system");
        if (text.length() > LONGEST || text.isBlank() || (weak && !before.isEmpty())) {
            return before;
        }
        String thing = FieldSelector.name(thing(text.strip()));
        return secret && !SecretLabel.isName(thing) ? before : thing;
    }

    private static String thing(String text) {
        Optional<Asked> asked = text.endsWith("?") || text.endsWith(".") ? Asked.by(text, true) : Optional.empty();
        String thing = asked.map(question -> question.things().get(0)).orElse(text);
        // A name alone is anything's; that of who is asked is a person's.
        return thing.equals("name") && text.toLowerCase(Locale.ROOT).contains("your name") ? "your name" : thing;
    }

    /** Whether a key is the number of a row, as pandas has it: {@code {"phone": {"0": "...", "1": "..."}}}. */
    private static boolean isRow(String key) {
        return !key.isEmpty() && key.length() <= LONGEST_ROW && key.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * The key that a value is looked at under.
     *
     * @param above the key of the object that it stands in
     * @param key its own
     * @param called what calls it beside
     */
    static String label(String above, String key, String called) {
        if (isRow(key) && !above.isEmpty()) {
            return above;
        }
        if (isTyped(key) && SecretLabel.isName(called)) {
            return called;
        }
        if (!isOfValue(key) || (isOfChange(key) && called.isEmpty())) {
            return WrappedKey.label(above, key);
        }
        String instead = called.isEmpty() ? WrappedKey.bare(above) : NameWithin.label(above, called);
        return instead.isEmpty() ? key : instead;
    }
}
