package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the rows of a table in a text have latitude and longitude, as its first line tells: {@code id,lat,lon}, {@code | lat | lon |}.
 *
 * @param from index of the first row
 * @param mark what parts the columns
 * @param latitude how many marks stand before a latitude in its line
 * @param longitude the same of a longitude
 */
record CoordinateColumns(int from, char mark, int latitude, int longitude) {
    private static final Set<String> LATITUDES = Set.of("lat", "latitude");
    private static final Set<String> LONGITUDES = Set.of("lon", "lng", "long", "longitude");
    private static final List<String> MARKS = List.of(",", "\t", "|", ";");

    /** Chars of a row before a cell at most. */
    private static final int LONGEST_ROW = 400;

    /** Those of the first table that has both. */
    static Optional<CoordinateColumns> in(String text) {
        int line = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', line)) {
            if (end - line <= LONGEST_ROW) {
                Optional<CoordinateColumns> found = ofHeader(text.substring(line, end), end + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
            line = end + 1;
        }
        return Optional.empty();
    }

    private static Optional<CoordinateColumns> ofHeader(String header, int from) {
        String small = header.toLowerCase(Locale.ROOT);
        if (!small.contains("lat") || !(small.contains("lon") || small.contains("lng"))) {
            return Optional.empty();
        }
        for (String mark : MARKS) {
            String[] cells = small.split(Pattern.quote(mark), -1);
            int latitude = -1;
            int longitude = -1;
            for (int cell = 0; cell < cells.length; cell++) {
                String name = Label.plain(cells[cell].strip());
                latitude = LATITUDES.contains(name) ? cell : latitude;
                longitude = LONGITUDES.contains(name) ? cell : longitude;
            }
            if (latitude >= 0 && longitude >= 0) {
                return Optional.of(new CoordinateColumns(from, mark.charAt(0), latitude, longitude));
            }
        }
        return Optional.empty();
    }

    /** Whether the cell that an index of the text is in stands below one of them. */
    boolean has(String text, int index) {
        if (index < from) {
            return false;
        }
        int marks = 0;
        for (int at = index - 1; at >= from && text.charAt(at) != '\n'; at--) {
            if (index - at > LONGEST_ROW) {
                return false;
            }
            marks += text.charAt(at) == mark ? 1 : 0;
        }
        return marks == latitude || marks == longitude;
    }
}
