package dev.logmill.curation.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.logmill.curation.table.Doc;
import dev.logmill.curation.table.Table;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What disks, people and half-way copies do to a lake is said, table by table; nobody reads other rows than were written. */
class DamagedLakeTest {
    record Word(@Doc("A number") long number, @Doc("A word") String text) {}

    private static final Table<Word> WORDS = new Table<>("words", "one word", List.of("number"), Word.class);
    private static final int FOOTER_LENGTH_BYTES = 8;

    @TempDir
    Path folder;

    private Lake lake;

    @BeforeEach
    void open() {
        lake = new Lake(folder.toString(), StorageSettings.defaults());
        Random random = new Random(7);
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            words.add(new Word(random.nextLong(), Long.toHexString(random.nextLong())));
        }
        lake.append(WORDS, words);
    }

    @Test
    void bytesThatChangedWithinAPageAreNoOtherRows() throws IOException {
        List<Word> written = lake.rows(WORDS);
        Path file = dataFile();
        byte[] whole = Files.readAllBytes(file);
        int noticed = 0;
        for (int at : offsets(file, 50)) {
            overwrite(file, at);
            try {
                assertThat(lake.rows(WORDS)).as("bytes from %d on changed", at).isEqualTo(written);
            } catch (LakeException damaged) {
                assertThat(damaged)
                        .hasMessage(
                                "File %s of table words is damaged or cannot be read; bring the lake back from a copy"
                                        .formatted(file.getFileName()));
                noticed++;
            }
            Files.write(file, whole);
        }
        assertThat(noticed).isEqualTo(50);
    }

    @Test
    void aFileThatIsGoneIsNamed() throws IOException {
        Path file = dataFile();
        Files.delete(file);
        assertThatThrownBy(() -> lake.rows(WORDS))
                .isInstanceOf(LakeException.class)
                .hasMessage("File %s of table words is missing; bring the lake back from a copy"
                        .formatted(file.getFileName()));
    }

    @Test
    void aFileThatWasCutShortIsNamed() throws IOException {
        Path file = dataFile();
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(open.length() / 2);
        }
        assertThatThrownBy(() -> lake.rows(WORDS))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("of table words is damaged");
    }

    @Test
    void aLogThatLacksAPartIsNamed() throws IOException {
        lake.append(WORDS, List.of(new Word(1, "one")));
        lake.append(WORDS, List.of(new Word(2, "two")));
        Files.delete(folder.resolve("words/_delta_log/00000000000000000001.json"));
        assertThatThrownBy(() -> lake.state(WORDS))
                .isInstanceOf(LakeException.class)
                .hasMessageStartingWith("The log of table words, words/_delta_log, cannot be read (")
                .hasMessageEndingWith("); bring the lake back from a copy");
        assertThatThrownBy(() -> lake.append(WORDS, List.of(new Word(3, "three"))))
                .isInstanceOf(LakeException.class)
                .hasMessageStartingWith("The log of table words, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"add\":{\"pa", "none"})
    void aLogThatIsDamagedIsNamed(String content) throws IOException {
        Files.writeString(folder.resolve("words/_delta_log/00000000000000000000.json"), content);
        assertThatThrownBy(() -> lake.state(WORDS))
                .isInstanceOf(LakeException.class)
                .hasMessageStartingWith("The log of table words, words/_delta_log, cannot be read (");
    }

    @Test
    void aCheckpointThatIsDamagedIsNamed() throws IOException {
        for (int i = 0; i < 11; i++) {
            lake.append(WORDS, List.of(new Word(i, "one")));
        }
        List<Word> written = lake.rows(WORDS);
        Path file = folder.resolve("words/_delta_log/00000000000000000010.checkpoint.parquet");
        byte[] whole = Files.readAllBytes(file);
        int noticed = 0;
        for (int at : offsets(file, 20)) {
            overwrite(file, at);
            try {
                assertThat(lake.rows(WORDS)).as("bytes from %d on changed", at).isEqualTo(written);
            } catch (LakeException damaged) {
                assertThat(damaged).hasMessageStartingWith("The log of table words, ");
                noticed++;
            }
            Files.write(file, whole);
        }
        assertThat(noticed).isGreaterThan(5);
    }

    private Path dataFile() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("words"))) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Evenly over what lies before the footer. */
    private static List<Integer> offsets(Path file, int count) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int footer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - FOOTER_LENGTH_BYTES);
        int pages = bytes.length - FOOTER_LENGTH_BYTES - footer;
        return Stream.iterate(1, i -> i + 1)
                .limit(count)
                .map(i -> i * (pages / (count + 2)))
                .toList();
    }

    private static void overwrite(Path file, int at) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(at);
            open.write("twelve bytes".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
