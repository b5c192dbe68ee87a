package dev.logmill.eval.run;

import dev.logmill.curation.json.Digest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * How long to wait before a request is sent again: twice as long each time, with a jitter that is drawn from the request,
 * and as long as the server asks for where it does, but never longer than configured.
 *
 * @param longest the longest wait
 */
record Patience(Duration longest) {
    private static final Duration FIRST = Duration.ofMillis(250);

    /**
     * The wait after an attempt, from 0.
     *
     * @param retryAfter the header of that name (RFC 9110, 10.2.3): seconds, or a date
     * @param now the moment to which a date is compared
     */
    Duration after(String request, int attempt, Optional<String> retryAfter, Instant now) {
        double jitter = 0.5 + Digest.of(request, Integer.toString(attempt)).unit();
        Duration own = Duration.ofMillis((long) (FIRST.toMillis() * Math.pow(2, Math.min(attempt, 20)) * jitter));
        Duration asked =
                retryAfter.flatMap(header -> asked(header.strip(), now)).orElse(Duration.ZERO);
        Duration wait = own.compareTo(asked) > 0 ? own : asked;
        return wait.compareTo(longest) > 0 ? longest : wait;
    }

    private static Optional<Duration> asked(String header, Instant now) {
        try {
            // Seconds are whole by the RFC; some servers send fractions.
            double seconds = Double.parseDouble(header);
            return seconds >= 0
                    ? Optional.of(Duration.ofMillis((long) Math.min(seconds * 1000, Integer.MAX_VALUE)))
                    : Optional.empty();
        } catch (NumberFormatException date) {
            return until(header, now);
        }
    }

    private static Optional<Duration> until(String header, Instant now) {
        try {
            Instant date = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return date.isAfter(now) ? Optional.of(Duration.between(now, date)) : Optional.empty();
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }
}
