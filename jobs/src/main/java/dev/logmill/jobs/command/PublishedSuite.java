package dev.logmill.jobs.command;

import dev.logmill.curation.publish.Latest;
import dev.logmill.curation.publish.Shelf;
import dev.logmill.curation.publish.Slug;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.SuiteFile;
import dev.logmill.jobs.config.LogmillConfig;
import dev.logmill.jobs.line.Shelves;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;

/** One published version of a suite, checked against its manifest. */
record PublishedSuite(LogmillConfig config, Shelf shelf, String name, String version) {
    /** The version that {@code NAME[@VERSION]} names, the latest where it names none. */
    static PublishedSuite open(LogmillConfig config, String suite) {
        int at = suite.indexOf('@');
        String name = at < 0 ? suite : suite.substring(0, at);
        if (!Slug.isSlug(name)) {
            throw new CommandFailure.Usage(
                    "A suite is lower-case letters, digits and dashes, NAME[@VERSION], was '%s'".formatted(suite));
        }
        Shelf shelf = Shelves.of(config, "suites", name);
        String version = at < 0
                ? shelf.latest()
                        .map(Latest::version)
                        .orElseThrow(() -> new CommandFailure.Usage(
                                "No version of suite %s is published; 'logmill releases' lists what is"
                                        .formatted(name)))
                : suite.substring(at + 1);
        if (shelf.withdrawals().versions().contains(version)) {
            throw new CommandFailure.Usage("Suite %s@%s was withdrawn: its cases are gone for good; %s"
                    .formatted(
                            name,
                            version,
                            shelf.latest()
                                    .map(latest -> "the latest is %s@%s".formatted(name, latest.version()))
                                    .orElse("no version is left")));
        }
        if (!shelf.versions().contains(version)) {
            throw new CommandFailure.Usage(
                    "Suite %s@%s is not published; 'logmill releases' lists what is".formatted(name, version));
        }
        shelf.verify(version).stream().findFirst().ifPresent(deviation -> {
            throw new CommandFailure.InvalidEvaluation(
                    "Suite %s@%s is no longer as it was published: %s".formatted(name, version, deviation));
        });
        return new PublishedSuite(config, shelf, name, version);
    }

    List<Case> cases() throws IOException {
        Path file = new Path(shelf.folder(version), SuiteFile.NAME);
        List<Case> cases = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(config.storage().fileSystem(file).open(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                cases.add(SuiteFile.read(line));
            }
        } catch (IllegalArgumentException otherForm) {
            throw new CommandFailure.Usage("Suite %s@%s was published in a form that this Logmill does not read: %s"
                    .formatted(name, version, otherForm.getMessage()));
        }
        return cases;
    }
}
