package dev.logmill.eval.run;

import java.util.Optional;

/** A key that can stand in a header: visible ASCII. It shows itself in no message. */
public record ApiKey(String secret) {
    public ApiKey {
        if (secret.isEmpty() || !secret.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("An API key must be visible ASCII");
        }
    }

    /** The key in a variable's value, without the white space around it that mounted secrets end in; nothing where none is. */
    public static Optional<ApiKey> in(String value) {
        String key = value.strip();
        return !key.isEmpty() && key.chars().allMatch(c -> c > ' ' && c < 0x7f)
                ? Optional.of(new ApiKey(key))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "<KEY>";
    }
}
