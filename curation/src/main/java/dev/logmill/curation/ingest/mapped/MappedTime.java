package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.IsoTime;
import dev.logmill.curation.ingest.QuarantineReason;
import dev.logmill.curation.ingest.UnreadableRecord;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** A time with its unit, as declared: never guessed. A text without a zone is UTC. Kept to the microsecond. */
record MappedTime(Address at, Unit unit) implements Serializable {
    /** The unit that times are written in: a text as in ISO 8601, or a number since 1970. */
    enum Unit {
        ISO(0),
        S(0),
        MS(3),
        US(6),
        NS(9);

        private final int digits;

        Unit(int digits) {
            this.digits = digits;
        }
    }

    private static final Instant EARLIEST = Instant.parse("2015-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2101-01-01T00:00:00Z");
    /** Seconds that a long still counts in microseconds. */
    private static final double LARGEST = 9e12;

    Optional<Instant> in(MappedRecord record) throws UnreadableRecord {
        Optional<JsonNode> value = at.find(record);
        return value.isEmpty()
                        || (value.get().isTextual() && value.get().textValue().isBlank())
                ? Optional.empty()
                : Optional.of(read(value.get()));
    }

    private Instant read(JsonNode value) throws UnreadableRecord {
        Instant time = (unit == Unit.ISO ? iso(value) : epoch(value))
                .orElseThrow(() -> new UnreadableRecord(
                        QuarantineReason.INVALID_FIELD,
                        "%s: no time in unit %s"
                                .formatted(at.written(), unit.name().toLowerCase(Locale.ROOT))));
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw new UnreadableRecord(
                    QuarantineReason.IMPLAUSIBLE_TIME,
                    "%s: in year %d, with unit %s; not between 2015 and 2100"
                            .formatted(
                                    at.written(),
                                    time.atZone(ZoneOffset.UTC).getYear(),
                                    unit.name().toLowerCase(Locale.ROOT)));
        }
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static Optional<Instant> iso(JsonNode value) {
        return value.isTextual() ? IsoTime.parse(value.textValue()) : Optional.empty();
    }

    private Optional<Instant> epoch(JsonNode value) {
        try {
            BigDecimal amount = value.isNumber()
                    ? value.decimalValue()
                    : new BigDecimal(value.isTextual() ? value.textValue().strip() : "");
            // As a double first: the exact form of a number such as 1e999999999 would fill the memory.
            double seconds = amount.doubleValue() / Math.pow(10, unit.digits);
            if (amount.signum() != 0 && !(Math.abs(seconds) < LARGEST && Math.abs(seconds) > 1e-9)) {
                return Optional.empty();
            }
            long micros = amount.movePointLeft(unit.digits)
                    .movePointRight(6)
                    .setScale(0, RoundingMode.FLOOR)
                    .longValueExact();
            return Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
