package dev.logmill.jobs.line;

import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.pair.Side;
import dev.logmill.export.ExportTables;
import dev.logmill.export.release.Release;
import dev.logmill.export.release.ReleaseDiff;
import dev.logmill.export.release.ReleaseRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The versions of each dataset before a night, and the rows of the latest. */
final class EarlierReleases {
    private final Night night;
    private final Set<String> known;
    private final Map<String, Release> latest;
    private final Map<String, List<ReleaseRow>> rows;
    private final Map<LocalDate, Map<String, Double>> turned = new HashMap<>();

    private EarlierReleases(
            Night night, Set<String> known, Map<String, Release> latest, Map<String, List<ReleaseRow>> rows) {
        this.night = night;
        this.known = known;
        this.latest = latest;
        this.rows = rows;
    }

    static EarlierReleases before(Night night) {
        Set<String> known = new HashSet<>();
        Map<String, Release> latest = new HashMap<>();
        night.lake().rows(ExportTables.RELEASES).stream()
                .filter(release -> release.batch() < night.batch())
                .forEach(release -> {
                    known.add(named(release.dataset(), release.version()));
                    latest.merge(release.dataset(), release, (a, b) -> a.batch() > b.batch() ? a : b);
                });
        return new EarlierReleases(night, known, latest, rows(night, latest));
    }

    private static String named(String dataset, String version) {
        return dataset + "@" + version;
    }

    /** Whether a version of a dataset is one of them. */
    boolean know(String dataset, String version) {
        return known.contains(named(dataset, version));
    }

    private static Map<String, List<ReleaseRow>> rows(Night night, Map<String, Release> latest) {
        List<DataFile> files = night.state(ExportTables.RELEASE_ROWS).files().stream()
                .filter(file -> latest.values().stream()
                        .anyMatch(release -> file.mayHold("batch", release.batch(), release.batch())))
                .toList();
        Map<String, List<ReleaseRow>> rows = new HashMap<>();
        night.lake().scan(ExportTables.RELEASE_ROWS, files, ReleaseRow.class, row -> {
            Release release = latest.get(row.dataset());
            if (release != null && row.version().equals(release.version())) {
                rows.computeIfAbsent(row.dataset(), none -> new ArrayList<>()).add(row);
            }
        });
        return rows;
    }

    /** The pairs that their rows came from. */
    Set<String> origins() {
        return rows.values().stream()
                .flatMap(List::stream)
                .map(ReleaseRow::origin)
                .collect(Collectors.toSet());
    }

    /**
     * How many examples a dataset's next version has in common with its latest, whose label crossed one half in between.
     *
     * @param probabilities of being good, of the pairs that earlier rows came from
     */
    long flips(String dataset, List<ReleaseRow> written, Map<String, Double> probabilities) {
        Release before = latest.get(dataset);
        if (before == null) {
            return 0;
        }
        Map<String, Double> leftOut = turned.computeIfAbsent(before.night(), since -> Turns.since(night, since));
        return ReleaseDiff.between(rows.getOrDefault(dataset, List.of()), written, probabilities, leftOut)
                .flipped()
                .size();
    }

    /**
     * A sentence for each dataset that has no version of tonight and whose latest one should not be taken for one: nothing is
     * put to it any more, or suites test on what it trains on by now.
     *
     * @param renewed datasets that have a version of tonight
     * @param asked datasets that something was put to
     */
    List<String> leftBehind(Set<String> renewed, Set<String> asked, LeakSides sides) {
        List<String> told = new ArrayList<>();
        new TreeMap<>(latest).forEach((dataset, release) -> {
            if (renewed.contains(dataset)) {
                return;
            }
            if (!asked.contains(dataset)) {
                told.add("dataset %s: nothing is put to it any more, its latest version %s stands as it was published"
                        .formatted(dataset, release.version()));
            }
            List<ReleaseRow> train = rows.getOrDefault(dataset, List.of()).stream()
                    .filter(row -> row.split().equals("train"))
                    .toList();
            long tested = train.stream()
                    .filter(row -> sides.side(row.leakGroup()) == Side.TEST)
                    .count();
            if (tested > 0) {
                told.add(
                        "dataset %s: %d of the %d rows that its latest version %s trains on are on the test side by now; a model of it must not be judged by tonight's suites"
                                .formatted(dataset, tested, train.size(), release.version()));
            }
        });
        return told;
    }
}
