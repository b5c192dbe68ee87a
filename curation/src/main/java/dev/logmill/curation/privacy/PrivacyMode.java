package dev.logmill.curation.privacy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** How much of what was said is kept; the later the stricter. */
public enum PrivacyMode {
    /** Text with its identifiers replaced, and the original sealed under the key of the person it tells of. */
    SEALED(SealedRedaction::new),
    /** Text with its identifiers replaced. */
    CONTENT(ContentRedaction::new),
    /** A keyed hash and the length of each text. */
    HASHED((pseudonyms, kept) -> new ReducedRedaction(TextReduction.HASH, pseudonyms, kept)),
    /** No text. */
    METADATA((pseudonyms, kept) -> new ReducedRedaction(TextReduction.NOTHING, pseudonyms, kept));

    private final BiFunction<Pseudonyms, KeptWords, Redaction> constructor;

    PrivacyMode(BiFunction<Pseudonyms, KeptWords, Redaction> constructor) {
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
    public Redaction redaction(Pseudonyms pseudonyms, KeptWords kept) {
        return constructor.apply(pseudonyms, kept);
    }
}
