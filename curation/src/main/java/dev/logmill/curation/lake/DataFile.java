package dev.logmill.curation.lake;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * One Parquet file of a table.
 *
 * @param path relative to the table's folder
 * @param bytes its size
 * @param rows rows in it
 * @param ranges smallest and greatest value of each whole-number and date column (dates as days since 1970); no other
 *     column has statistics, since those live on in the Delta log
 */
public record DataFile(String path, long bytes, long rows, Map<String, Range> ranges) implements Serializable {
    public DataFile {
        ranges = new TreeMap<>(ranges);
    }

    /** Smallest and greatest value. */
    public record Range(long least, long greatest) implements Serializable {
        Range including(long value) {
            return new Range(Math.min(least, value), Math.max(greatest, value));
        }
    }

    /** The range of a column that has one. */
    public Range range(String column) {
        Range range = ranges.get(column);
        if (range == null) {
            throw new IllegalArgumentException("File %s has no range of column %s".formatted(path, column));
        }
        return range;
    }

    /** Whether a row with this column between the two values, both included, may be in the file. */
    public boolean mayHold(String column, long from, long to) {
        Range range = ranges.get(column);
        return range == null || (range.least() <= to && range.greatest() >= from);
    }
}
