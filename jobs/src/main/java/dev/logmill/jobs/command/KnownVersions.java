package dev.logmill.jobs.command;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.lake.Lake;
import dev.logmill.eval.EvalTables;
import dev.logmill.export.ExportTables;
import dev.logmill.export.release.Release;
import dev.logmill.jobs.config.LogmillConfig;
import dev.logmill.jobs.line.Shelves;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The versions that were published, and which of them a person means by {@code NAME} or {@code NAME@VERSION}. An agent's
 * dataset and suite have one name: alone it means the dataset, {@code suites/NAME} the suite.
 */
final class KnownVersions {
    private final List<Version> oldestFirst = new ArrayList<>();
    private final Set<Version> withdrawn = new HashSet<>();

    /** One version. */
    record Version(String product, String name, String version) {
        boolean isMeantBy(String written) {
            return written.equals(toString()) || written.equals(product + "/" + this);
        }

        boolean isSuite() {
            return product.equals("suites");
        }

        @Override
        public String toString() {
            return name + "@" + version;
        }
    }

    /** The datasets of a lake, and the suites on the shelves, whose age the lake knows. */
    KnownVersions(LogmillConfig config, Lake lake) {
        lake.rows(CurationTables.WITHDRAWALS)
                .forEach(row -> withdrawn.add(new Version(row.product(), row.name(), row.version())));
        lake.rows(ExportTables.RELEASES).stream()
                .sorted(Comparator.comparing(Release::batch))
                .map(row -> new Version("datasets", row.dataset(), row.version()))
                .filter(version -> !withdrawn.contains(version))
                .forEach(oldestFirst::add);
        Map<String, Long> batches = new HashMap<>();
        lake.rows(EvalTables.SUITES).forEach(row -> batches.put(row.suite() + "@" + row.version(), row.batch()));
        Shelves.all(config, "suites").stream()
                .flatMap(shelf -> shelf.versions().stream().map(one -> new Version("suites", shelf.name(), one)))
                .sorted(Comparator.comparing(one -> batches.getOrDefault(one.toString(), 0L)))
                .forEach(oldestFirst::add);
    }

    /**
     * The version that is meant.
     *
     * @param written {@code [datasets/|suites/]NAME[@VERSION]}
     * @param back where no version is named, how many versions before the latest
     */
    Version meant(String written, int back) {
        int slash = written.indexOf('/');
        int at = written.indexOf('@');
        String name = written.substring(slash + 1, at < 0 ? written.length() : at);
        List<Version> named = oldestFirst.stream()
                .filter(known -> known.name().equals(name))
                .filter(known -> slash < 0 || known.product().equals(written.substring(0, slash)))
                .filter(known -> at < 0 || known.version().equals(written.substring(at + 1)))
                .toList();
        if (named.isEmpty() && withdrawn.stream().anyMatch(gone -> gone.isMeantBy(written))) {
            throw new CommandFailure.Usage("%s was withdrawn: its rows are gone for good".formatted(written));
        }
        if (named.isEmpty()) {
            throw new CommandFailure.Usage(
                    "No rows of %s are known; 'logmill releases' lists what was published".formatted(written));
        }
        List<Version> ofOne = named.stream()
                .filter(known -> known.isSuite() == named.get(0).isSuite())
                .toList();
        if (ofOne.size() <= back) {
            throw new CommandFailure.Usage(
                    "%s has %d version, and no other to compare with".formatted(written, ofOne.size()));
        }
        return ofOne.get(ofOne.size() - 1 - back);
    }
}
