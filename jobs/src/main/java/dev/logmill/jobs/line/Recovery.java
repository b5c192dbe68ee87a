package dev.logmill.jobs.line;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.night.OpenJob;
import dev.logmill.curation.publish.Shelf;
import dev.logmill.eval.EvalTables;
import dev.logmill.eval.suite.SuiteVersion;
import dev.logmill.export.ExportTables;
import dev.logmill.export.release.Release;
import dev.logmill.jobs.config.LogmillConfig;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Undoes what a process left half-way: in the tables, and on the shelves of what it published. */
public final class Recovery {
    private final LogmillConfig config;
    private final Lake lake;
    private final JobRunner runner;

    public Recovery(LogmillConfig config, Lake lake, JobRunner runner) {
        this.config = config;
        this.lake = lake;
        this.runner = runner;
    }

    /** Undoes it; says what, where there was something. */
    public Optional<OpenJob> run() {
        Optional<OpenJob> undone = runner.recover();
        if (undone.isPresent()) {
            withdraw(
                    "suites",
                    lake.rows(EvalTables.SUITES).stream()
                            .map(SuiteVersion::version)
                            .collect(Collectors.toSet()));
            withdraw(
                    "datasets",
                    lake.rows(ExportTables.RELEASES).stream()
                            .map(Release::version)
                            .collect(Collectors.toSet()));
        }
        return undone;
    }

    private void withdraw(String product, Set<String> keep) {
        Path folder = new Path(config.published(), product);
        try {
            FileSystem files = config.storage().fileSystem(folder);
            for (FileStatus shelf : files.listStatus(folder)) {
                if (shelf.isDirectory()) {
                    Shelf known = Shelves.of(config, product, shelf.getPath().getName());
                    known.withdrawUnlisted(keep);
                }
            }
        } catch (FileNotFoundException nothingPublished) {
            // A night that published nothing has nothing to withdraw.
        } catch (IOException broken) {
            throw new LakeException("What was published could not be listed", broken);
        }
    }
}
