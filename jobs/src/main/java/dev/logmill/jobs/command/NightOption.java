package dev.logmill.jobs.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The night that a command is about: from here on the only clock there is. */
final class NightOption {
    /** The time zone whose days begin before all others. */
    private static final ZoneOffset FIRST_TO_BEGIN = ZoneOffset.ofHours(14);

    @Option(names = "--as-of", required = true, paramLabel = "DATE", description = "The night, yyyy-MM-dd.")
    @SuppressWarnings("NullAway.Init")
    private LocalDate asOf;

    /** The day of what no result depends on. */
    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /** The night; one that is still to come is refused, since after it no night before it would run. */
    LocalDate night() {
        problem(asOf, Instant.now()).ifPresent(problem -> {
            throw new CommandFailure.Usage(problem);
        });
        return asOf;
    }

    /** What is wrong with a night. Logs are dated by the clocks of their writers, wherever on earth these are. */
    static Optional<String> problem(LocalDate night, Instant now) {
        LocalDate latest = now.atOffset(FIRST_TO_BEGIN).toLocalDate();
        return night.isAfter(latest)
                ? Optional.of(("--as-of must be a day that has begun somewhere on earth, %s at the latest, was %s;"
                                + " it is %s now, and a day begins first at UTC%s")
                        .formatted(latest, night, now.truncatedTo(ChronoUnit.MINUTES), FIRST_TO_BEGIN))
                : Optional.empty();
    }
}
