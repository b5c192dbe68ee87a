package dev.logmill.jobs.line;

import dev.logmill.curation.publish.Draft;
import dev.logmill.curation.publish.HashingFile;
import dev.logmill.curation.publish.Latest;
import dev.logmill.curation.publish.Manifest;
import dev.logmill.curation.publish.Publication;
import dev.logmill.curation.publish.Shelf;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.SuiteDiff;
import dev.logmill.eval.suite.SuiteFile;
import dev.logmill.eval.suite.SuiteVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Publishes versions of suites, and keeps what it published. */
final class SuitePublisher {
    private final Night night;
    private final Map<String, String> published = new TreeMap<>();
    private final List<SuiteVersion> versions = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    SuitePublisher(Night night) {
        this.night = night;
    }

    /** Versions by product and name. */
    Map<String, String> published() {
        return published;
    }

    List<SuiteVersion> versions() {
        return versions;
    }

    List<String> warnings() {
        return warnings;
    }

    void publish(String suite, SuiteDiff diff, List<Case> next, Optional<SuiteVersion> parent) {
        Shelf shelf = Shelves.suite(night, suite);
        Draft draft = shelf.draft(night.asOf());
        HashingFile file = draft.rows(SuiteFile.NAME);
        next.forEach(one -> file.row(SuiteFile.line(one)));
        draft.closeRows();
        int graded =
                (int) next.stream().filter(one -> one.reference().isPresent()).count();
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
        if (shelf.publish(draft, manifest) instanceof Publication.Published done) {
            published.put("suites/" + suite, done.version());
            versions.add(new SuiteVersion(
                    suite,
                    done.version(),
                    manifest.digest(),
                    next.get(0).agent(),
                    night.asOf(),
                    next.size(),
                    graded,
                    diff.added().size(),
                    diff.removed().size(),
                    diff.changed().size(),
                    parent.map(SuiteVersion::version),
                    night.batch()));
        }
        warnOfFewAnswers(suite, next);
    }

    /** A suite that decides nothing yet is published all the same: answers come with feedback. */
    private void warnOfFewAnswers(String suite, List<Case> published) {
        List<Case> random = published.stream().filter(Case::randomSample).toList();
        long graded = random.stream().filter(one -> one.reference().isPresent()).count();
        int wanted = night.config().evaluate().minCases();
        if (graded < wanted) {
            warnings.add(("suite %s: feedback gave a right answer to %d of the %d cases of its random sample; evaluate"
                            + " decides from %d on (evaluate.min-cases)")
                    .formatted(suite, graded, random.size(), wanted));
        }
    }
}
