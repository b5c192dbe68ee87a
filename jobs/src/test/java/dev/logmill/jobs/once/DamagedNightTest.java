package dev.logmill.jobs.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.LogFolder;
import dev.logmill.curation.table.Table;
import dev.logmill.jobs.command.AllTables;
import dev.logmill.jobs.command.Failure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Between two nights something happens to the lake that Logmill did not do: the second one says what, and publishes nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedNightTest {
    private Path folder;
    private SmallLine first;
    private SmallLine line;
    private Lake lake;

    @BeforeAll
    void oneNight(@TempDir Path shared) throws IOException {
        Configurator.setLevel("org.apache.spark", Level.OFF);
        folder = shared;
        SmallLogs.write(folder.resolve("raw"), 40);
        first = SmallLine.over(folder.resolve("raw"), folder.resolve("home"), "{}", Map.of("spark.master", "local[2]"));
        first.night(SmallLogs.FIRST);
    }

    @AfterAll
    void revive() {
        Configurator.setLevel("org.apache.spark", Level.WARN);
    }

    @BeforeEach
    void ofItsOwn() throws IOException {
        line = first.at(first.save(folder.resolve(UUID.randomUUID().toString())));
        lake = new Lake(line.config().lake(), line.config().storage());
    }

    @Test
    void rowsThatSomebodyDeletedStopTheNightBeforeItWrites() throws IOException {
        List<DataFile> files = lake.state(CurationTables.LABELS).files();
        long left = lake.state(CurationTables.LABELS).version();
        lake.commit(CurationTables.LABELS, List.of(), files);
        stopsBeforeItWrites(
                "Table labels is at version %d; the last job left it at version %d".formatted(left + 1, left));

        lake.restore(CurationTables.LABELS, left);
        assertThat(line.night(SmallLogs.SECOND)).hasSize(6);
    }

    @Test
    void aTableThatIsLostStopsTheNightBeforeItWrites() throws IOException {
        SmallLine.remove(table(CurationTables.SPLITS));
        stopsBeforeItWrites("Table splits is missing; the last job left it at version ");
    }

    @Test
    void aLogThatLacksAPartStopsTheNight() throws IOException {
        line.night(SmallLogs.SECOND);
        Files.delete(table(CurationTables.LEDGER).resolve("_delta_log/00000000000000000000.json"));
        stopsBeforeItWrites("The log of table ledger, ledger/_delta_log, cannot be read (");
    }

    @Test
    void bytesThatChangedAreSaidThoughATaskMetThem() throws IOException {
        DataFile file = lake.state(CurationTables.PROVENANCE).files().get(0);
        try (RandomAccessFile open = new RandomAccessFile(
                table(CurationTables.PROVENANCE).resolve(file.path()).toFile(), "rw")) {
            open.seek(file.bytes() / 3);
            open.write("twelve bytes".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(failure())
                .isEqualTo(new Failure(
                        1,
                        "File %s of table provenance is damaged or cannot be read; bring the lake back from a copy"
                                .formatted(file.path()),
                        true));
    }

    private void stopsBeforeItWrites(String message) throws IOException {
        Map<String, Long> before = versions();
        Failure failure = failure();
        assertThat(failure.message()).startsWith(message);
        assertThat(failure.code()).isEqualTo(1);
        assertThat(failure.expected()).isTrue();
        assertThat(versions()).isEqualTo(before);
    }

    private Failure failure() {
        return Failure.of(catchThrowableOfType(Exception.class, () -> line.night(SmallLogs.SECOND)));
    }

    private Map<String, Long> versions() {
        Map<String, Long> versions = new TreeMap<>();
        AllTables.LIST.forEach(table -> versions.put(table.name(), new LogFolder(lake, table.name()).version()));
        return versions;
    }

    private Path table(Table<?> table) {
        return Path.of(line.config().lake(), table.name());
    }
}
