package dev.logmill.jobs.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads keys: from the environment where a variable is named, else from their files. */
record KeyText(ConfigFolder folder, Function<String, Optional<String>> environment) {
    private static final int SHORTEST = 16;

    /**
     * The bytes of a key; nothing, and a problem, where it cannot be had.
     *
     * @param setting what its settings begin with: {@code SETTING-env} and {@code SETTING-file}
     */
    Optional<byte[]> read(String setting, Optional<String> variable, String file, List<String> problems) {
        return variable.map(name -> named(setting, name, problems)).orElseGet(() -> kept(setting, file, problems));
    }

    private Optional<byte[]> named(String setting, String variable, List<String> problems) {
        Optional<String> key = environment.apply(variable).filter(text -> text.length() >= SHORTEST);
        if (key.isEmpty()) {
            problems.add("%s-env names %s, which must hold a key of at least %d characters"
                    .formatted(setting, variable, SHORTEST));
        }
        return key.map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<byte[]> kept(String setting, String file, List<String> problems) {
        try {
            String key = Files.readString(folder.path(file)).strip();
            if (key.length() >= SHORTEST) {
                return Optional.of(key.getBytes(StandardCharsets.UTF_8));
            }
            problems.add("%s-file must hold a key of at least %d characters".formatted(setting, SHORTEST));
        } catch (IOException absent) {
            problems.add("%1$s-file '%2$s' cannot be read; 'logmill init' makes one, or set %1$s-env"
                    .formatted(setting, file));
        }
        return Optional.empty();
    }
}
