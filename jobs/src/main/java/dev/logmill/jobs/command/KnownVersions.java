package dev.logmill.jobs.command;

import dev.logmill.curation.lake.Lake;
import dev.logmill.eval.EvalTables;
import dev.logmill.eval.suite.SuiteVersion;
import dev.logmill.export.ExportTables;
import dev.logmill.export.release.Release;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The versions that a lake knows, and which of them a person means by {@code NAME} or {@code NAME@VERSION}. An agent's
 * dataset and suite have one name: alone it means the dataset, {@code suites/NAME} the suite.
 */
final class KnownVersions {
    private final List<Version> oldestFirst = new ArrayList<>();

    /** One version. */
    record Version(String product, String name, String version) {
        boolean isSuite() {
            return product.equals("suites");
        }

        @Override
        public String toString() {
            return name + "@" + version;
        }
    }

    KnownVersions(Lake lake) {
        lake.rows(ExportTables.RELEASES).stream()
                .sorted(Comparator.comparing(Release::batch))
                .forEach(row -> oldestFirst.add(new Version("datasets", row.dataset(), row.version())));
        lake.rows(EvalTables.SUITES).stream()
                .sorted(Comparator.comparing(SuiteVersion::batch))
                .forEach(row -> oldestFirst.add(new Version("suites", row.suite(), row.version())));
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
