package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.function.Consumer;

/**
 * What a row of somebody holds beside their name where no columns are named: a phone of ten digits, a social security number and
 * the one day that is long ago, in quotes as texts are. VALUES (1, 'Jane', 'Roe', '4155550134', '1980-05-03').
 */
final class UnnamedColumns {
    private static final int PHONE = 10;
    private static final int SOCIAL_SECURITY = 9;

    /** Of the form 1980-05-03. */
    private static final int DAY = 10;

    /** Who has a row of their own was born before; later days are rather those of the row. */
    private static final int LAST_YEAR = 2008;

    private static final int FIRST_YEAR = 1910;

    private UnnamedColumns() {}

    static void find(String text, List<SqlRows.Value> values, ColumnValues columns, Consumer<Finding> sink) {
        for (SqlRows.Value value : values) {
            String written = text.substring(value.start(), value.end());
            String column = value.quoted() ? column(written) : "";
            if (!column.isEmpty()) {
                columns.under(column, written, value.start(), sink);
            }
        }
    }

    /** What a value would stand under, as its form tells; empty where it tells nothing. */
    private static String column(String written) {
        if (written.chars().allMatch(c -> Letters.isDigit((char) c))) {
            boolean american = written.length() == PHONE && written.charAt(0) > '1' && written.charAt(3) > '1';
            boolean id = written.length() == SOCIAL_SECURITY && NationalIdRules.usSocialSecurity(written);
            return american ? "phone" : id ? "ssn" : "";
        }
        boolean day = written.length() == DAY
                && written.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                && isYear(Integer.parseInt(written.substring(0, 4)));
        return day ? "dob" : "";
    }

    private static boolean isYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
