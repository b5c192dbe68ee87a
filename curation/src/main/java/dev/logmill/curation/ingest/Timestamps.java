package dev.logmill.curation.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.object.QuarantineReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Times as logs write them: ISO texts, with or without a zone (then UTC), those of {@link DateText}, and numbers since 1970. Kept to the
 * microsecond, and only from 2015 to 2100: anything else is a wrong unit or a broken clock.
 *
 * <p>Units are factors of a thousand apart, so a wrong one is far outside. The night is no bound: somebody typed it, and
 * a record that is read by too early a night would be refused for good.
 */
public final class Timestamps {
    private static final Instant EARLIEST = Instant.parse("2015-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2101-01-01T00:00:00Z");
    private static final double SMALLEST = 1e-12;
    /** Seconds that a long still counts in microseconds. */
    private static final double LARGEST_SECONDS = 9e12;

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

    /** Whether only the magnitude of a number tells its unit: its name is silent, and it is not the one that is usual. */
    public static boolean isGuess(String field, JsonNode value, EpochUnit usual) {
        return number(value).isPresent()
                && EpochUnit.ofName(field).isEmpty()
                && epoch(value, usual).filter(Timestamps::isPlausible).isEmpty();
    }

    /** A time whose unit, where it is a number, is declared. */
    public static Instant read(String field, JsonNode value, EpochUnit unit) throws UnreadableRecord {
        Optional<BigDecimal> number = number(value);
        return number.isPresent() ? epoch(field, number.get(), unit) : text(field, value);
    }

    /** The instant that a number since 1970 names, be it plausible or not; nothing where it is no number. */
    public static Optional<Instant> epoch(JsonNode value, EpochUnit unit) {
        return number(value).filter(amount -> isTame(amount, unit)).map(amount -> instant(amount, unit));
    }

    /** The instant that an ISO text names, be it plausible or not; nothing where it is none. */
    public static Optional<Instant> iso(JsonNode value) {
        return value.isTextual()
                ? IsoTime.parse(value.textValue()).map(time -> time.truncatedTo(ChronoUnit.MICROS))
                : Optional.empty();
    }

    /** Whether a time can be that of a log. */
    public static boolean isPlausible(Instant time) {
        return !time.isBefore(EARLIEST) && time.isBefore(LATEST);
    }

    /** A length of time; nothing where it is no number, negative, or longer than a century. */
    public static Optional<Duration> duration(JsonNode value, EpochUnit unit) {
        return number(value)
                .filter(amount -> isTame(amount, unit))
                .map(unit::seconds)
                .filter(seconds -> seconds.signum() >= 0 && seconds.doubleValue() < 3.2e9)
                .map(seconds -> Duration.ofNanos(micros(seconds) * 1000));
    }

    private static Instant epoch(String field, BigDecimal amount, EpochUnit unit) throws UnreadableRecord {
        if (!isTame(amount, unit)) {
            throw implausible(field);
        }
        return plausible(field, instant(amount, unit));
    }

    private static Instant instant(BigDecimal amount, EpochUnit unit) {
        return Instant.EPOCH.plus(micros(unit.seconds(amount)), ChronoUnit.MICROS);
    }

    /** Looked at as a double: the exact form of a number such as 1e999999999 would fill the memory. */
    private static boolean isTame(BigDecimal amount, EpochUnit unit) {
        double size = Math.abs(amount.doubleValue());
        return amount.signum() == 0 || (size > SMALLEST && size / unit.aSecond() < LARGEST_SECONDS);
    }

    private static long micros(BigDecimal seconds) {
        return seconds.movePointRight(6).setScale(0, RoundingMode.FLOOR).longValue();
    }

    private static Instant text(String field, JsonNode value) throws UnreadableRecord {
        if (!value.isTextual()) {
            throw new UnreadableRecord(
                    QuarantineReason.INVALID_FIELD, field + ": neither text nor number but " + value.getNodeType());
        }
        return plausible(
                field,
                iso(value)
                        .or(() -> DateText.parse(value.textValue()))
                        .orElseThrow(() -> new UnreadableRecord(
                                QuarantineReason.INVALID_FIELD, field + ": a text that names no time")));
    }

    private static Instant plausible(String field, Instant time) throws UnreadableRecord {
        if (!isPlausible(time)) {
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
        String text = value.isTextual() ? value.textValue().strip() : "";
        return spellsNumber(text) ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static boolean spellsNumber(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return false;
        }
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            points += c == '.' ? 1 : 0;
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return points <= 1 && text.length() > points;
    }
}
