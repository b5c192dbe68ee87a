package dev.logmill.curation.privacy.detect;

/** The name of the field of a page that a selector of CSS picks: {@code password} of {@code #password} and {@code input[name=password]}. */
public final class FieldSelector {
    private static final String NAME = "name=";

    private FieldSelector() {}

    /** That name; the text itself where it is no selector of one field. */
    public static String name(String text) {
        if (text.startsWith("#") && text.length() > 1 && Letters.wordAt(text, 1)) {
            return text.substring(1);
        }
        int name = text.endsWith("]") ? text.lastIndexOf(NAME) : -1;
        return name < 0
                ? text
                : text.substring(name + NAME.length(), text.length() - 1)
                        .replace("\"", "")
                        .replace("'", "");
    }
}
