package dev.logmill.curation.privacy.detect;

import java.util.List;

/**
 * The name of the field of a page that a selector of CSS picks or an agent describes: {@code password} of {@code #password}, {@code
 * input[name=password]} and "password field".
 */
public final class FieldSelector {
    private static final String NAME = "name=";

    /** What agents of a browser call a field behind its name. */
    private static final List<String> KINDS = List.of(" field", " input", " textbox", " box");

    private FieldSelector() {}

    /** That name; the text itself where it is no selector of one field. */
    public static String name(String text) {
        if (text.startsWith("#") && text.length() > 1 && Letters.wordAt(text, 1)) {
            return text.substring(1);
        }
        for (String kind : KINDS) {
            if (text.endsWith(kind)) {
                return text.substring(0, text.length() - kind.length());
            }
        }
        int name = text.endsWith("]") ? text.lastIndexOf(NAME) : -1;
        return name < 0
                ? text
                : text.substring(name + NAME.length(), text.length() - 1)
                        .replace("\"", "")
                        .replace("'", "");
    }
}
