package dev.logmill.curation.ingest.mapped;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a mapping spells the constants of an enum: in any case, with dashes. */
record Spelling<E extends Enum<E>>(Class<E> type) {
    Optional<E> read(String written) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(written.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** All of them, for messages. */
    String accepted() {
        return Arrays.stream(type.getEnumConstants()).map(Spelling::of).collect(Collectors.joining(", "));
    }

    private static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
