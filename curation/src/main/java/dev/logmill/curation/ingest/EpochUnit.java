package dev.logmill.curation.ingest;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** The unit of a time that is written as a number since 1970. */
public enum EpochUnit {
    SECONDS(0),
    MILLIS(3),
    MICROS(6),
    NANOS(9);

    private final int decimals;

    EpochUnit(int decimals) {
        this.decimals = decimals;
    }

    /** How many of it a second has. */
    public double aSecond() {
        return Math.pow(10, decimals);
    }

    /** The seconds that this many of the unit are, exactly. */
    BigDecimal seconds(BigDecimal amount) {
        return amount.movePointLeft(decimals);
    }

    /** The unit that a field's name tells: {@code latency_ms}, {@code start_ns}, {@code startTimeUnixNano}. */
    public static Optional<EpochUnit> ofName(String field) {
        String name = field.toLowerCase(Locale.ROOT);
        if (name.endsWith("_ms") || name.endsWith("millis") || field.endsWith("Ms")) {
            return Optional.of(MILLIS);
        }
        if (name.endsWith("_us") || name.endsWith("micros")) {
            return Optional.of(MICROS);
        }
        if (name.endsWith("_ns") || name.endsWith("nano") || name.endsWith("nanos")) {
            return Optional.of(NANOS);
        }
        return name.endsWith("_s") || name.endsWith("seconds") ? Optional.of(SECONDS) : Optional.empty();
    }

    /** The one unit in which a number is a time near ours, for formats that mix them. */
    public static EpochUnit ofMagnitude(double amount) {
        if (amount < 1e11) {
            return SECONDS;
        }
        if (amount < 1e14) {
            return MILLIS;
        }
        return amount < 1e17 ? MICROS : NANOS;
    }
}
