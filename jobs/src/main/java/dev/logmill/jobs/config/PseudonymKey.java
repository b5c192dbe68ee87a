package dev.logmill.jobs.config;

import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.jobs.config.Settings.PrivacySettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The key of pseudonyms: from the environment where that is named, else from its file. */
record PseudonymKey(ConfigFolder folder, Function<String, Optional<String>> environment) {
    private static final int SHORTEST = 16;

    /** The key; nothing, and a problem, where it cannot be had. */
    Optional<Pseudonyms> read(PrivacySettings settings, List<String> problems) {
        return settings.keyEnv().map(name -> named(name, problems)).orElseGet(() -> kept(settings.keyFile(), problems));
    }

    private Optional<Pseudonyms> named(String variable, List<String> problems) {
        Optional<String> key = environment.apply(variable).filter(text -> text.length() >= SHORTEST);
        if (key.isEmpty()) {
            problems.add("privacy.key-env names %s, which must hold a key of at least %d characters"
                    .formatted(variable, SHORTEST));
        }
        return key.map(PseudonymKey::pseudonyms);
    }

    private Optional<Pseudonyms> kept(String keyFile, List<String> problems) {
        try {
            String key = Files.readString(folder.path(keyFile)).strip();
            if (key.length() >= SHORTEST) {
                return Optional.of(pseudonyms(key));
            }
            problems.add("privacy.key-file must hold a key of at least %d characters".formatted(SHORTEST));
        } catch (IOException absent) {
            problems.add("privacy.key-file '%s' cannot be read; 'logmill init' makes one, or set privacy.key-env"
                    .formatted(keyFile));
        }
        return Optional.empty();
    }

    private static Pseudonyms pseudonyms(String key) {
        return new Pseudonyms(key.getBytes(StandardCharsets.UTF_8));
    }
}
