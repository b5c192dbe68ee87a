package dev.logmill.curation.privacy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How much of what was said is kept; the later the stricter. */
public enum PrivacyMode {
    /** Text with its identifiers replaced, and the original sealed under the key of the person it tells of. */
    SEALED(SealedRedaction::new),
    /** Text with its identifiers replaced. */
    CONTENT(ContentRedaction::new),
    /** A keyed hash and the length of each text. */
    HASHED(pseudonyms -> new ReducedRedaction(TextReduction.HASH, pseudonyms)),
    /** No text. */
    METADATA(pseudonyms -> new ReducedRedaction(TextReduction.NOTHING, pseudonyms));

    private final Function<Pseudonyms, Redaction> constructor;

    PrivacyMode(Function<Pseudonyms, Redaction> constructor) {
        this.constructor = constructor;
    }

    /** The mode of a name as the configuration has it. */
    public static Optional<PrivacyMode> of(String name) {
        return Arrays.stream(values())
                .filter(mode -> mode.written().equals(name))
                .findFirst();
    }

    /** All names, for messages. */
    public static String accepted() {
        return Arrays.stream(values()).map(PrivacyMode::written).collect(Collectors.joining(", "));
    }

    /** Its name in the configuration. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What makes rows so. */
    public Redaction redaction(Pseudonyms pseudonyms) {
        return constructor.apply(pseudonyms);
    }
}
