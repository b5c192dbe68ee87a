package dev.logmill.curation.ingest.mapped;

import dev.logmill.curation.ingest.UnreadableRecord;
import java.io.Serializable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How long something took, with its unit, as declared. Kept to the microsecond. */
record MappedDuration(Address at, Unit unit) implements Serializable {
    /** The unit, by how many of it a second has. */
    enum Unit {
        S(1),
        MS(1e3),
        US(1e6),
        NS(1e9);

        private final double perSecond;

        Unit(double perSecond) {
            this.perSecond = perSecond;
        }
    }

    /** A span that took longer tells the wrong unit. */
    private static final double LONGEST_SECONDS = Duration.ofDays(366).toSeconds();

    Optional<Duration> in(MappedRecord record) throws UnreadableRecord {
        Optional<Double> seconds = record.number(Optional.of(at)).map(amount -> amount / unit.perSecond);
        if (seconds.isPresent() && !(seconds.get() >= 0 && seconds.get() <= LONGEST_SECONDS)) {
            throw MappedRecord.outside(Optional.of(at), "0 to 366 days");
        }
        return seconds.map(amount -> Duration.ofNanos(Math.round(amount * 1e9)).truncatedTo(ChronoUnit.MICROS));
    }
}
