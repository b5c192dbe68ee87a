package dev.logmill.curation.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.lake.TableState;
import dev.logmill.curation.table.Doc;
import dev.logmill.curation.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftTablesTest {
    record Word(@Doc("A word") String text) {}

    private static final Table<Word> WORDS = new Table<>("words", "one word", List.of("text"), Word.class);
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 1);

    @TempDir
    Path folder;

    private Lake lake;
    private Journal journal;

    /** A job that leaves table words at version 1. */
    @BeforeEach
    void aJob() {
        lake = new Lake(folder.toString(), StorageSettings.defaults());
        journal = new Journal(lake);
        OpenJob open = journal.open("write", NIGHT, List.of(WORDS));
        append("one");
        append("two");
        journal.close(open, Progress.NONE);
    }

    @Test
    void theJournalKnowsWhereAJobLeftItsTables() {
        assertThat(journal.left()).isEqualTo(Map.of("words", 1L));
        journal.close(journal.open("other", NIGHT, List.of()), Progress.NONE);
        assertThat(journal.left()).isEqualTo(Map.of("words", 1L));
        passes();
    }

    @Test
    void rowsThatSomebodyElseChangedAreNamedWithWhatIsRight() {
        append("theirs");
        assertThatThrownBy(() -> LeftTables.check(lake, journal))
                .isInstanceOf(LakeException.class)
                .hasMessage(
                        ("Table words is at version 2; the last job left it at version 1, and its rows were changed since."
                                        + " Bring that version back (in Python: DeltaTable(\"%1$s/words\").restore(1)), or the lake from a"
                                        + " copy; where the change is meant, give words its new version under \"tables\" in"
                                        + " %1$s/_logmill/journal.json")
                                .formatted(folder));
    }

    @Test
    void aChangeThatIsMeantIsAcceptedInTheJournal() throws IOException {
        append("theirs");
        Path file = folder.resolve("_logmill/journal.json");
        Files.writeString(file, Files.readString(file).replace("\"words\" : 1", "\"words\" : 2"));
        passes();
    }

    @Test
    void aChangeThatWasTakenBackIsNone() {
        TableState<Word> left = lake.state(WORDS);
        lake.commit(WORDS, lake.write(WORDS, List.of(new Word("theirs")).iterator()), left.files());
        lake.restore(WORDS, left.version());
        assertThat(lake.state(WORDS).version()).isEqualTo(3);
        passes();
    }

    @Test
    void rowsThatWereOnlyRearrangedAreTheSame() throws IOException {
        lake.commit(
                WORDS,
                lake.write(WORDS, lake.rows(WORDS).iterator()),
                lake.state(WORDS).files());
        Path commit = folder.resolve("words/_delta_log/00000000000000000002.json");
        Files.writeString(commit, Files.readString(commit).replace("\"dataChange\":true", "\"dataChange\":false"));
        passes();
    }

    @Test
    void rowsOfAFileThatAreDeletedInPlaceAreChanged() throws IOException {
        Path first = folder.resolve("words/_delta_log/00000000000000000000.json");
        String path = Files.readString(first).replaceAll("(?s).*\"path\":\"([^\"]+)\".*", "$1");
        Files.writeString(folder.resolve("words/_delta_log/00000000000000000002.json"), """
                {"remove":{"path":"%1$s","dataChange":true}}
                {"add":{"path":"%1$s","dataChange":true,"deletionVector":{"storageType":"i","pathOrInlineDv":"x"}}}
                """.formatted(path));
        assertThatThrownBy(() -> LeftTables.check(lake, journal)).hasMessageContaining("Table words is at version 2;");
    }

    @Test
    void aTableThatIsLostIsNamed() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("words"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        assertThatThrownBy(() -> LeftTables.check(lake, journal))
                .isInstanceOf(LakeException.class)
                .hasMessage(
                        "Table words is missing; the last job left it at version 1. Bring the lake %s back from a copy"
                                .formatted(folder));
        journal.open("write", NIGHT, List.of());
        assertThatThrownBy(() -> LeftTables.check(lake, journal)).isInstanceOf(LakeException.class);
    }

    @Test
    void aTableThatLostItsLatestCommitIsNamed() throws IOException {
        Files.delete(folder.resolve("words/_delta_log/00000000000000000001.json"));
        assertThatThrownBy(() -> LeftTables.check(lake, journal))
                .hasMessageStartingWith(
                        "Table words is at version 0; the last job left it at version 1. Bring the lake");
    }

    @Test
    void aTableThatTheUnfinishedJobWroteIsRestoredAndKnownAsThat() {
        OpenJob open = journal.open("write", NIGHT, List.of(WORDS));
        append("half-way");
        passes();
        journal.restore(open, List.of(WORDS));
        journal.forget(open);
        assertThat(journal.left()).isEqualTo(Map.of("words", 3L));
        passes();
    }

    private void append(String text) {
        lake.append(WORDS, List.of(new Word(text)));
    }

    private void passes() {
        assertThatCode(() -> LeftTables.check(lake, journal)).doesNotThrowAnyException();
    }
}
