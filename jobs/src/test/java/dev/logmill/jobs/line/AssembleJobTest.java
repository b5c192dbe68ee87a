package dev.logmill.jobs.line;

import static dev.logmill.jobs.line.TestLake.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.run.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssembleJobTest {
    @TempDir
    Path folder;

    @Test
    void aTraceWhoseSpansLieMonthsApartIsOneRun() throws IOException {
        TestLake lake = new TestLake(folder);
        lake.object("2026-11-01/a.jsonl", record("t", "1", "2026-11-01T08:00:00Z", "x"));
        lake.curate("2026-11-01");
        lake.object("2027-02-01/b.jsonl", record("t", "2", "2027-02-01T08:00:00Z", "y"));
        lake.curate("2027-02-01");

        assertThat(lake.lake().rows(CurationTables.RUNS)).extracting(Run::runId).doesNotHaveDuplicates();
        assertThat(lake.lake().rows(CurationTables.RUNS)).singleElement().satisfies(run -> assertThat(run.steps())
                .hasSize(2));
    }
}
