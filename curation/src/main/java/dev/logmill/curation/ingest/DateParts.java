package dev.logmill.curation.ingest;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** What a path has told of a date so far; 0 for what it has not. */
record DateParts(int year, int month, int day) implements Serializable {
    static final DateParts NONE = new DateParts(0, 0, 0);

    /** A part of a date as a path writes it, in a fixed number of digits. */
    enum Part {
        DATE("{date}", "dddd-dd-dd"),
        YEAR("{year}", "dddd"),
        MONTH("{month}", "dd"),
        DAY("{day}", "dd");

        final String placeholder;

        /** Its characters: {@code d} for a digit, anything else for itself. */
        final String shape;

        Part(String placeholder, String shape) {
            this.placeholder = placeholder;
            this.shape = shape;
        }

        /** The part whose placeholder stands at a place of a path. */
        static Optional<Part> at(String path, int index) {
            return Arrays.stream(values())
                    .filter(part -> path.startsWith(part.placeholder, index))
                    .findFirst();
        }
    }

    /** With one more part, as written; what a folder said before stands. */
    DateParts with(Part part, String text) {
        return switch (part) {
            case DATE ->
                equals(NONE)
                        ? new DateParts(
                                number(text.substring(0, 4)), number(text.substring(5, 7)), number(text.substring(8)))
                        : this;
            case YEAR -> year == 0 ? new DateParts(number(text), month, day) : this;
            case MONTH -> month == 0 ? new DateParts(year, number(text), day) : this;
            case DAY -> day == 0 ? new DateParts(year, month, number(text)) : this;
        };
    }

    /** Whether every day that these parts leave open is after {@code latest}. */
    boolean isAfter(LocalDate latest) {
        if (year == 0 || year != latest.getYear()) {
            return year > latest.getYear();
        }
        if (month == 0 || month != latest.getMonthValue()) {
            return month > latest.getMonthValue();
        }
        return day > latest.getDayOfMonth();
    }

    /** Whether there is such a day, or none was told. */
    boolean isPossible() {
        return equals(NONE) || date().isPresent();
    }

    Optional<LocalDate> date() {
        try {
            return year == 0 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
