package dev.logmill.jobs.line;

import dev.logmill.curation.lake.DataFile;
import java.util.List;

/** Which files of earlier nights can hold rows that belong with tonight's. */
final class Lookback {
    private Lookback() {}

    /** Files with a day within so many days of any of tonight's. */
    static List<DataFile> files(List<DataFile> files, List<DataFile> fresh, int days) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        long least = fresh.stream()
                        .mapToLong(file -> file.range("day").least())
                        .min()
                        .orElseThrow()
                - days;
        long greatest = fresh.stream()
                        .mapToLong(file -> file.range("day").greatest())
                        .max()
                        .orElseThrow()
                + days;
        return files.stream()
                .filter(file -> file.mayHold("day", least, greatest))
                .toList();
    }
}
