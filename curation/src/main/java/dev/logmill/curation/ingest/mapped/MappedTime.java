package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.EpochUnit;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.QuarantineReason;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A time with its unit, as declared: never guessed. A text without a zone is UTC. Kept to the microsecond. */
record MappedTime(Address at, Unit unit) implements Serializable {
    /** The unit that times are written in: a text as in ISO 8601, or a number since 1970. */
    enum Unit {
        ISO(Timestamps::iso),
        S(epoch(EpochUnit.SECONDS)),
        MS(epoch(EpochUnit.MILLIS)),
        US(epoch(EpochUnit.MICROS)),
        NS(epoch(EpochUnit.NANOS));

        private final Function<JsonNode, Optional<Instant>> reading;

        Unit(Function<JsonNode, Optional<Instant>> reading) {
            this.reading = reading;
        }

        private static Function<JsonNode, Optional<Instant>> epoch(EpochUnit unit) {
            return value -> Timestamps.epoch(value, unit);
        }
    }

    Optional<Instant> in(MappedRecord record) throws UnreadableRecord {
        Optional<JsonNode> value = at.find(record);
        return value.isEmpty()
                        || (value.get().isTextual() && value.get().textValue().isBlank())
                ? Optional.empty()
                : Optional.of(read(value.get()));
    }

    private Instant read(JsonNode value) throws UnreadableRecord {
        Instant time = unit.reading
                .apply(value)
                .orElseThrow(() -> new UnreadableRecord(
                        QuarantineReason.INVALID_FIELD,
                        "%s: no time in unit %s"
                                .formatted(at.written(), unit.name().toLowerCase(Locale.ROOT))));
        if (!Timestamps.isPlausible(time)) {
            throw new UnreadableRecord(
                    QuarantineReason.IMPLAUSIBLE_TIME,
                    "%s: in year %d, with unit %s; not between 2015 and 2100"
                            .formatted(
                                    at.written(),
                                    time.atZone(ZoneOffset.UTC).getYear(),
                                    unit.name().toLowerCase(Locale.ROOT)));
        }
        return time;
    }
}
