package dev.logmill.jobs.config;

import java.util.List;

/** The configuration cannot be used; the message names every problem. Stops before Spark starts, with exit code 2. */
public final class ConfigException extends RuntimeException {
    public ConfigException(String file, List<String> problems) {
        super("%s has %d problem%s:%n  %s"
                .formatted(
                        file,
                        problems.size(),
                        problems.size() == 1 ? "" : "s",
                        String.join(System.lineSeparator() + "  ", problems)));
    }
}
