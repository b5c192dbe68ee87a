package dev.logmill.jobs.config;

import dev.logmill.curation.vault.KeyService;
import dev.logmill.curation.vault.LocalMasterKey;
import dev.logmill.curation.vault.MasterKey;
import dev.logmill.curation.vault.MasterKeys;
import dev.logmill.jobs.config.Settings.VaultSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Reads the master key of the vault, and the one before it where that is named. */
record VaultKeys(KeyText keys, List<String> problems) {
    private static final String PREFIX = "privacy.vault.";

    /** The keys; nothing, and a problem, where they cannot be had. */
    Optional<MasterKeys> read(VaultSettings settings) {
        Optional<MasterKey> current =
                key("key", settings.keyService(), settings.keyEnv(), Optional.of(settings.keyFile()));
        Optional<MasterKey> previous = key(
                "previous-key", settings.previousKeyService(), settings.previousKeyEnv(), settings.previousKeyFile());
        return current.map(key -> new MasterKeys(key, previous));
    }

    private Optional<MasterKey> key(
            String name, Optional<String> service, Optional<String> variable, Optional<String> file) {
        if (service.isPresent()) {
            return ofService(PREFIX + name + "-service", service.get());
        }
        return variable.isEmpty() && file.isEmpty()
                ? Optional.empty()
                : keys.read(PREFIX + name, variable, file.orElse(""), problems).map(LocalMasterKey::new);
    }

    private Optional<MasterKey> ofService(String setting, String written) {
        try {
            URI address = URI.create(written);
            Optional<KeyService> service = KeyService.of(address);
            if (service.isEmpty()) {
                String known = KeyService.schemes();
                problems.add("%s '%s' has no service; on the class path are %s"
                        .formatted(setting, written, known.isEmpty() ? "none" : known));
            }
            return service.map(found -> found.key(address));
        } catch (IllegalArgumentException refused) {
            problems.add("%s '%s' is no address of a key: %s".formatted(setting, written, refused.getMessage()));
            return Optional.empty();
        }
    }
}
