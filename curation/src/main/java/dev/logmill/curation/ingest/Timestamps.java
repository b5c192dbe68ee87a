package dev.logmill.curation.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Times as logs write them: ISO texts, with or without a zone (then UTC), and numbers since 1970. Kept to the
 * microsecond, and only from 2015 to 2100: anything else is a wrong unit or a broken clock.
 */
public final class Timestamps {
    private static final Instant EARLIEST = Instant.parse("2015-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2101-01-01T00:00:00Z");
    private static final double SMALLEST = 1e-12;
    private static final double LARGEST = 1e20;
    private static final int LONGEST_NUMBER = 40;

    private Timestamps() {}

    /** A time whose unit, where it is a number, the field's name tells, else its magnitude. */
    public static Instant read(String field, JsonNode value) throws UnreadableRecord {
        Optional<BigDecimal> number = number(value);
        if (number.isEmpty()) {
            return text(field, value);
        }
        EpochUnit unit = EpochUnit.ofName(field)
                .orElseGet(() -> EpochUnit.ofMagnitude(number.get().doubleValue()));
        return epoch(field, number.get(), unit);
    }

    /** A time whose unit, where it is a number, is declared. */
    public static Instant read(String field, JsonNode value, EpochUnit unit) throws UnreadableRecord {
        Optional<BigDecimal> number = number(value);
        return number.isPresent() ? epoch(field, number.get(), unit) : text(field, value);
    }

    /** A length of time; nothing where it is no number, negative, or longer than a century. */
    public static Optional<Duration> duration(JsonNode value, EpochUnit unit) {
        return number(value)
                .filter(Timestamps::isTame)
                .map(unit::seconds)
                .filter(seconds -> seconds.signum() >= 0 && seconds.doubleValue() < 3.2e9)
                .map(seconds -> Duration.ofNanos(micros(seconds) * 1000));
    }

    private static Instant epoch(String field, BigDecimal amount, EpochUnit unit) throws UnreadableRecord {
        if (!isTame(amount)) {
            throw implausible(field);
        }
        return plausible(field, Instant.EPOCH.plus(micros(unit.seconds(amount)), ChronoUnit.MICROS));
    }

    /** Looked at as a double: the exact form of a number such as 1e999999999 would fill the memory. */
    private static boolean isTame(BigDecimal amount) {
        double size = Math.abs(amount.doubleValue());
        return amount.signum() == 0 || (size > SMALLEST && size < LARGEST);
    }

    private static long micros(BigDecimal seconds) {
        return seconds.movePointRight(6).setScale(0, RoundingMode.FLOOR).longValue();
    }

    private static Instant text(String field, JsonNode value) throws UnreadableRecord {
        if (!value.isTextual()) {
            throw new UnreadableRecord(
                    QuarantineReason.INVALID_FIELD, field + ": neither text nor number but " + value.getNodeType());
        }
        Instant time = IsoTime.parse(value.textValue())
                .orElseThrow(() ->
                        new UnreadableRecord(QuarantineReason.INVALID_FIELD, field + ": a text that names no time"));
        return plausible(field, time.truncatedTo(ChronoUnit.MICROS));
    }

    private static Instant plausible(String field, Instant time) throws UnreadableRecord {
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw implausible(field);
        }
        return time;
    }

    private static UnreadableRecord implausible(String field) {
        return new UnreadableRecord(QuarantineReason.IMPLAUSIBLE_TIME, field + ": not between 2015 and 2100");
    }

    /** The number that a value is, or that its text spells. */
    private static Optional<BigDecimal> number(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        return value.isTextual() && spellsNumber(value.textValue())
                ? Optional.of(new BigDecimal(value.textValue()))
                : Optional.empty();
    }

    private static boolean spellsNumber(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            points += c == '.' ? 1 : 0;
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return points <= 1 && text.length() > points && text.length() <= LONGEST_NUMBER;
    }
}
