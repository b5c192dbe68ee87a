package dev.logmill.jobs.line;

import dev.logmill.curation.publish.Draft;
import dev.logmill.curation.publish.HashingFile;
import dev.logmill.curation.publish.Latest;
import dev.logmill.curation.publish.Manifest;
import dev.logmill.curation.publish.Publication;
import dev.logmill.curation.publish.PublishException;
import dev.logmill.curation.publish.Shelf;
import dev.logmill.eval.EvalTables;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.SuiteDiff;
import dev.logmill.eval.suite.SuiteFile;
import dev.logmill.eval.suite.SuiteVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Publishes versions of suites, and keeps what it published; knows those of earlier nights. */
final class SuitePublisher {
    private final Night night;
    private final List<SuiteVersion> earlier;
    private final Map<String, String> published = new TreeMap<>();
    private final List<SuiteVersion> versions = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    SuitePublisher(Night night) {
        this.night = night;
        this.earlier = night.lake().rows(EvalTables.SUITES);
    }

    /** The version of a suite that the tables knew last. */
    Optional<SuiteVersion> latest(String suite) {
        return earlier.stream()
                .filter(version -> version.suite().equals(suite))
                .max(Comparator.comparing(SuiteVersion::batch));
    }

    private boolean isKnown(String suite, String version) {
        return earlier.stream()
                .anyMatch(one -> one.suite().equals(suite) && one.version().equals(version));
    }

    /** The versions that were published, or found published, and that the tables know from now on; by product. */
    Map<String, String> published() {
        return published;
    }

    List<SuiteVersion> versions() {
        return versions;
    }

    List<String> warnings() {
        return warnings;
    }

    /** Suites whose version failed its checks: they stay as they were. */
    List<String> failures() {
        return failures;
    }

    void publish(String suite, SuiteDiff diff, List<Case> next) {
        Shelf shelf = Shelves.suite(night, suite);
        Draft draft = shelf.draft(night.asOf());
        HashingFile file = draft.rows(SuiteFile.NAME);
        next.forEach(one -> file.row(SuiteFile.line(one)));
        draft.closeRows();
        int graded = (int) next.stream().filter(Case::gradable).count();
        Manifest manifest = new Manifest(
                "suites",
                suite,
                night.asOf(),
                shelf.latest().map(Latest::version),
                Shelves.CODE,
                night.config().digest(),
                Shelves.inputs(night),
                Map.of(
                        "cases",
                        (long) next.size(),
                        "graded",
                        (long) graded,
                        "failure",
                        next.stream()
                                .filter(one -> one.stratum().equals(Case.FAILURE))
                                .count(),
                        "random-sample",
                        next.stream().filter(Case::randomSample).count(),
                        "references-of-one-signal",
                        next.stream().filter(one -> one.referenceSignals() == 1).count(),
                        "references-withdrawn",
                        diff.withdrawn()),
                draft.entries());
        // A version may stand that the tables do not know: the lake was brought back from a copy of before it.
        checked(shelf, draft, manifest)
                .filter(done -> !isKnown(suite, done.version()))
                .ifPresent(done -> {
                    published.put("suites/" + suite, done.version());
                    versions.add(new SuiteVersion(
                            suite,
                            done.version(),
                            done.manifest().digest(),
                            next.get(0).agent(),
                            done.manifest().asOf(),
                            next.size(),
                            graded,
                            diff.added().size(),
                            diff.removed().size(),
                            diff.changed().size(),
                            latest(suite).map(SuiteVersion::version),
                            night.batch()));
                });
        warnOfFewAnswers(suite, next);
    }

    private Optional<Publication> checked(Shelf shelf, Draft draft, Manifest manifest) {
        try {
            return Optional.of(Shelves.publish(night, shelf, draft, manifest));
        } catch (PublishException.FailedChecks failed) {
            failures.add(failed.getMessage());
            return Optional.empty();
        }
    }

    /** A suite whose agent the logs do not name any more, as when the span that names it came late. */
    void warnOfNothingLeft(String suite) {
        latest(suite)
                .ifPresent(version -> warnings.add(
                        "suite %s: none of its cases stands any more, its latest version %s stands as it was published"
                                .formatted(suite, version.version())));
    }

    /** A suite that decides nothing yet is published all the same: answers come with feedback. */
    private void warnOfFewAnswers(String suite, List<Case> published) {
        List<Case> random = published.stream().filter(Case::randomSample).toList();
        long graded = random.stream().filter(Case::gradable).count();
        int wanted = night.config().evaluate().minCases();
        if (graded < wanted) {
            warnings.add(
                    ("suite %s: feedback gave a right answer that can be graded to %d of the %d cases of its random"
                                    + " sample; evaluate decides from %d leak groups of them on (evaluate.min-cases)")
                            .formatted(suite, graded, random.size(), wanted));
        }
    }
}
