package dev.logmill.jobs.erase;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.erase.Tombstones;
import dev.logmill.curation.publish.Shelf;
import dev.logmill.curation.publish.Withdrawal;
import dev.logmill.eval.EvalTables;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.SuiteFile;
import dev.logmill.eval.suite.SuiteVersion;
import dev.logmill.export.ExportTables;
import dev.logmill.jobs.line.Night;
import dev.logmill.jobs.line.Shelves;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;

/** The published versions of this lake that hold something of what is erased. */
final class HeldVersions {
    private final Night night;
    private final Tombstones erased;
    private final Products products;
    private final TreeMap<String, Withdrawal> held = new TreeMap<>();
    private final Set<String> cases = new TreeSet<>();

    HeldVersions(Night night, Tombstones erased, Products products) {
        this.night = night;
        this.erased = erased;
        this.products = products;
    }

    /** A row of a version by what it was made of. */
    record MadeOf(String dataset, String version, String origin) {}

    /** A pair by its id. */
    record PairId(String pairId) {}

    /** A preference by its id. */
    record PreferenceId(String preferenceId) {}

    List<Withdrawal> find() {
        datasets();
        suites();
        return List.copyOf(held.values());
    }

    /** Cases of these versions that were made of what is erased, whether the lake still has them or not. */
    Set<String> cases() {
        return cases;
    }

    private void datasets() {
        Set<String> unknown = unknownOrigins();
        night.lake()
                .scan(
                        ExportTables.RELEASE_ROWS,
                        night.state(ExportTables.RELEASE_ROWS).files(),
                        MadeOf.class,
                        row -> {
                            if (products.made(row.origin()) || unknown.contains(row.origin())) {
                                hold("datasets", row.dataset(), row.version());
                            }
                        });
    }

    /** What rows were made of that the lake does not know any more, as preferences that did not last: whose it was, nobody can tell. */
    private Set<String> unknownOrigins() {
        Set<String> origins = new HashSet<>();
        night.lake()
                .scan(
                        ExportTables.RELEASE_ROWS,
                        night.state(ExportTables.RELEASE_ROWS).files(),
                        MadeOf.class,
                        row -> origins.add(row.origin()));
        night.lake()
                .scan(
                        CurationTables.PREFERENCES,
                        night.state(CurationTables.PREFERENCES).files(),
                        PreferenceId.class,
                        row -> origins.remove(row.preferenceId()));
        night.lake()
                .scan(
                        CurationTables.PAIRS,
                        night.state(CurationTables.PAIRS).files(),
                        PairId.class,
                        row -> origins.remove(row.pairId()));
        return origins;
    }

    private void suites() {
        for (SuiteVersion one : night.lake().rows(EvalTables.SUITES)) {
            Shelf shelf = Shelves.of(night.config(), "suites", one.suite());
            if (shelf.versions().contains(one.version())) {
                for (Case published : cases(new Path(shelf.folder(one.version()), SuiteFile.NAME))) {
                    if (products.made(published, erased)) {
                        cases.add(published.caseId());
                        hold("suites", one.suite(), one.version());
                    }
                }
            }
        }
    }

    private List<Case> cases(Path file) {
        List<Case> cases = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(night.config().storage().fileSystem(file).open(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                cases.add(SuiteFile.read(line));
            }
            return cases;
        } catch (IOException broken) {
            throw new UncheckedIOException("The cases of a published suite could not be read", broken);
        }
    }

    private void hold(String product, String name, String version) {
        held.putIfAbsent(
                product + "/" + name + "/" + version,
                new Withdrawal(product, name, version, Withdrawal.ERASURE, night.asOf(), night.batch()));
    }
}
