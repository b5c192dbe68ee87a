package dev.logmill.jobs.once;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.jobs.line.JobReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake that is brought back from a copy, beside what was published since: nights run again leave what was there. */
class LakeFromACopyTest {
    @TempDir
    Path folder;

    private SmallLine line;
    private Path home;
    private Path none;
    private Path one;
    private Map<String, List<String>> expected;

    @BeforeEach
    void twoNights() throws IOException {
        home = folder.resolve("home");
        SmallLogs.write(folder.resolve("raw"), 40);
        line = SmallLine.over(folder.resolve("raw"), home, "{}", Map.of("spark.master", "local[2]"));
        none = Files.createDirectories(folder.resolve("none"));
        line.night(SmallLogs.FIRST);
        one = folder.resolve("one");
        SmallLine.copy(lake(), one);
        line.night(SmallLogs.SECOND);
        expected = line.left();
    }

    @Test
    void theTablesKnowAVersionThatWasPublishedAfterTheCopy() throws IOException {
        bringBack(one);
        List<JobReport> reports = line.night(SmallLogs.SECOND);
        assertThat(SmallLine.differences(expected, line.left())).isEmpty();
        assertThat(reports.get(reports.size() - 1).done().published()).isNotEmpty();
    }

    @Test
    void theTablesKnowEveryVersionThatWasPublishedAfterTheCopy() throws IOException {
        bringBack(none);
        line.night(SmallLogs.FIRST);
        line.night(SmallLogs.SECOND);
        assertThat(SmallLine.differences(expected, line.left())).isEmpty();
    }

    private Path lake() {
        return Path.of(line.config().lake());
    }

    private void bringBack(Path copy) throws IOException {
        SmallLine.remove(lake());
        SmallLine.copy(copy, lake());
    }
}
