package dev.logmill.export.target;

/**
 * One column of a target's rows, as the card declares it.
 *
 * @param name the column
 * @param type how Hugging Face {@code datasets} should read it
 */
public record Feature(String name, Type type) {
    /** The types that our columns have; the text is what stands in the card. */
    public enum Type {
        /** A list of JSON documents of any shape. */
        LIST_OF_JSON("list: json"),
        /** One JSON document of any shape. */
        JSON("dtype: json"),
        TEXT("dtype: string"),
        TRUTH("dtype: bool");

        private final String yaml;

        Type(String yaml) {
            this.yaml = yaml;
        }

        /** The line of YAML that says so. */
        public String yaml() {
            return yaml;
        }
    }
}
