package dev.logmill.curation.ingest;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Times in the words of programs that are no ISO texts: those that JavaScript shows a date by (ECMA-262, Date.prototype.toString:
 * {@code Fri Nov 20 2026 10:00:00 GMT+0000 (Coordinated Universal Time)}) and those of HTTP and mail (RFC 9110, RFC 5322:
 * {@code Fri, 20 Nov 2026 10:00:00 GMT}).
 */
final class DateText {
    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.ofPattern("EEE MMM d yyyy HH:mm:ss 'GMT'Z", Locale.ENGLISH),
            DateTimeFormatter.RFC_1123_DATE_TIME);

    private static final int LONGEST = 100;

    private DateText() {}

    /** The time, where a text names one in such a form. */
    static Optional<Instant> parse(String text) {
        int zone = text.indexOf(" (");
        String written = (zone < 0 ? text : text.substring(0, zone)).strip();
        if (written.length() > LONGEST || written.isEmpty() || !Character.isLetter(written.charAt(0))) {
            return Optional.empty();
        }
        return FORMS.stream().flatMap(form -> parse(written, form).stream()).findFirst();
    }

    private static Optional<Instant> parse(String text, DateTimeFormatter form) {
        try {
            return Optional.of(ZonedDateTime.parse(text, form).toInstant());
        } catch (DateTimeParseException otherForm) {
            return Optional.empty();
        }
    }
}
