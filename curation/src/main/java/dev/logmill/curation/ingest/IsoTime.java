package dev.logmill.curation.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads {@code 2026-01-31T09:05:07.123456+01:00} and its relatives: a space for the T, no seconds, no fraction, no zone
 * (then UTC), no time of day. One pass by hand, for it runs on each record.
 */
public final class IsoTime {
    private static final int DIGITS_OF_NANOS = 9;

    private final String text;
    private int at;

    private IsoTime(String text) {
        this.text = text;
    }

    /** The instant that a text names; nothing where it is no time. */
    public static Optional<Instant> parse(String text) {
        try {
            return new IsoTime(text.strip()).instant();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private Optional<Instant> instant() {
        int year = number(4);
        int month = after('-') ? number(2) : -1;
        int day = after('-') ? number(2) : -1;
        if (Math.min(year, Math.min(month, day)) < 0) {
            return Optional.empty();
        }
        if (at == text.length()) {
            return Optional.of(LocalDateTime.of(year, month, day, 0, 0).toInstant(ZoneOffset.UTC));
        }
        int hour = after('T') || after('t') || after(' ') ? number(2) : -1;
        int minute = after(':') ? number(2) : -1;
        int second = after(':') ? number(2) : 0;
        int nanos = after('.') || after(',') ? fraction() : 0;
        Optional<ZoneOffset> zone = zone();
        if (Math.min(Math.min(hour, minute), Math.min(second, nanos)) < 0 || at != text.length()) {
            return Optional.empty();
        }
        return zone.map(LocalDateTime.of(year, month, day, hour, minute, second, nanos)::toInstant);
    }

    private Optional<ZoneOffset> zone() {
        at += text.startsWith(" ", at) ? 1 : 0;
        if (at == text.length() || after('Z') || after('z')) {
            return Optional.of(ZoneOffset.UTC);
        }
        if (text.startsWith("UTC", at)) {
            at += 3;
            return Optional.of(ZoneOffset.UTC);
        }
        int sign = after('+') ? 1 : after('-') ? -1 : 0;
        int hours = number(2);
        int minutes = after(':') || at < text.length() ? number(2) : 0;
        return sign == 0 || hours < 0 || minutes < 0
                ? Optional.empty()
                : Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
    }

    private boolean after(char expected) {
        boolean there = at < text.length() && text.charAt(at) == expected;
        at += there ? 1 : 0;
        return there;
    }

    private int number(int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = at < text.length() ? digit(text.charAt(at)) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * 10 + digit;
            at++;
        }
        return value;
    }

    private int fraction() {
        int nanos = 0;
        int digits = 0;
        while (at < text.length() && digit(text.charAt(at)) >= 0) {
            if (digits < DIGITS_OF_NANOS) {
                nanos = nanos * 10 + digit(text.charAt(at));
                digits++;
            }
            at++;
        }
        if (digits == 0) {
            return -1;
        }
        for (int i = digits; i < DIGITS_OF_NANOS; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int digit(char c) {
        return c >= '0' && c <= '9' ? c - '0' : -1;
    }
}
