package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.QuarantineReason;
import dev.logmill.curation.ingest.UnreadableRecord;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** A time with its unit, as declared: never guessed. A text without a zone is UTC. */
record MappedTime(Address at, Unit unit) implements Serializable {
    /** The unit that times are written in. */
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
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    Optional<Instant> in(MappedRecord record) throws UnreadableRecord {
        Optional<JsonNode> value = at.find(record);
        return value.isEmpty() || value.get().asText().isEmpty() ? Optional.empty() : Optional.of(read(value.get()));
    }

    private Instant read(JsonNode value) throws UnreadableRecord {
        Instant time;
        try {
            time = unit == Unit.ISO ? iso(value.asText()) : epoch(value);
        } catch (DateTimeException | NumberFormatException | ArithmeticException wrong) {
            throw new UnreadableRecord(
                    QuarantineReason.INVALID_FIELD, "%s is no time in unit %s".formatted(at.written(), unit));
        }
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw new UnreadableRecord(
                    QuarantineReason.IMPLAUSIBLE_TIME,
                    "%s is in year %d, with unit %s"
                            .formatted(at.written(), time.atZone(ZoneOffset.UTC).getYear(), unit));
        }
        return time;
    }

    private Instant epoch(JsonNode value) {
        BigDecimal nanos = new BigDecimal(value.asText().trim()).movePointRight(9 - unit.digits);
        // Beyond any year that is taken; kept from the exact conversion, which would try to write its digits out.
        if (nanos.precision() - nanos.scale() > 21) {
            throw new ArithmeticException("too large");
        }
        BigDecimal[] parts = nanos.setScale(0, RoundingMode.DOWN).divideAndRemainder(BigDecimal.TEN.pow(9));
        return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
    }

    private static Instant iso(String text) {
        String written = text.trim();
        String standard = written.length() > 10 && written.charAt(10) == ' '
                ? written.substring(0, 10) + "T" + written.substring(11)
                : written;
        int zone = Math.max(standard.indexOf('Z'), Math.max(standard.indexOf('+'), standard.lastIndexOf('-')));
        return zone > 10
                ? OffsetDateTime.parse(standard).toInstant()
                : LocalDateTime.parse(standard).toInstant(ZoneOffset.UTC);
    }
}
