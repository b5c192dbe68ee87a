package dev.logmill.jobs.command;

import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.Option;

/** The night that a command is about: from here on the only clock there is. */
final class NightOption {
    @Option(names = "--as-of", required = true, paramLabel = "DATE", description = "The night, yyyy-MM-dd.")
    @SuppressWarnings("NullAway.Init")
    private LocalDate asOf;

    /** The day of what no result depends on. */
    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /** The night; one that is still to come is refused, since after it no night before it would run. */
    LocalDate night() {
        LocalDate latest = today().plusDays(1);
        if (asOf.isAfter(latest)) {
            throw new CommandFailure.Usage(
                    "--as-of must be a night that has come, %s at the latest, was %s".formatted(latest, asOf));
        }
        return asOf;
    }
}
