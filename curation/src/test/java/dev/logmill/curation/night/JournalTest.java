package dev.logmill.curation.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.lake.StorageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 1);

    @TempDir
    Path folder;

    private Journal journal;

    @BeforeEach
    void open() {
        journal = new Journal(new Lake(folder.toString(), StorageSettings.defaults()));
    }

    @Test
    void aJobThatWasStoppedNamesWhatItShowedAndAClosedOneNothing() {
        OpenJob open = journal.open("datasets", NIGHT, List.of());
        ShownVersion version = new ShownVersion("datasets", "orders", "2026-11-01-0123456789ab");
        journal.shows(version);
        assertThat(journal.unfinished().orElseThrow().shows()).containsExactly(version);

        Progress progress = new Progress(NIGHT, 1, Map.of("score", 1L), "abc");
        journal.close(open, progress);
        assertThat(journal.unfinished()).isEmpty();
        assertThat(journal.progress("datasets")).contains(progress);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"done\"", "[]"})
    void anEmptyOrDamagedJournalIsNoNewLake(String content) throws IOException {
        Files.createDirectories(folder.resolve("_logmill"));
        Files.writeString(folder.resolve("_logmill/journal.json"), content);
        assertThatThrownBy(journal::progress)
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("_logmill/journal.json, is empty or damaged");
    }
}
