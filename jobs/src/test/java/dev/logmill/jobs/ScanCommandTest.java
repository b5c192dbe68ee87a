package dev.logmill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code scan} takes, and what it says of a file that it cannot take. */
class ScanCommandTest {
    @TempDir
    private Path folder;

    private Path planted;

    @BeforeEach
    void made() throws IOException {
        planted = folder.resolve("planted.jsonl");
        Files.createDirectory(folder.resolve("made"));
        Files.writeString(folder.resolve("made/a.txt"), "Write to ANN@corp.example, please");
    }

    private Said scan() {
        return Said.by(
                "scan", "--planted", planted.toString(), folder.resolve("made").toString());
    }

    @Test
    void aValueAloneIsLookedFor() throws IOException {
        Files.writeString(planted, "{\"value\":\"bob@corp.example\"}\n\n{\"value\":\"ann@corp.example\"}\n");

        Said said = scan();

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("found: planted.jsonl, line 3 (VALUE) in [", "2 planted values, 1 files");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ann@corp.example | no JSON object",
                "{\"value\": \"ann@ | no JSON object",
                "{\"kind\": \"EMAIL\"} | no value",
                "{\"value\": 4711471147} | value must be a text",
                "{\"value\": \"ann\"} | value must have at least 6 characters, since shorter ones stand anywhere by chance",
            })
    void aLineThatIsNoneIsToldWithItsNumberAndWhatWouldBeRight(String line, String why) throws IOException {
        Files.writeString(planted, "{\"value\":\"bob@corp.example\"}\n" + line + "\n");

        Said said = scan();

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .contains("--planted: planted.jsonl, line 2: " + why + "; each line is an object such as {\"place\": ");
    }

    @Test
    void aFileThatIsNoneIsTold() throws IOException {
        assertThat(scan().err()).contains("--planted: " + planted + " does not exist");
        Files.writeString(planted, "\n");
        assertThat(scan().err()).contains("--planted: " + planted + " is empty; a line names a value to look for");
        Files.write(planted, new byte[] {'{', (byte) 0xff, '}'});
        assertThat(scan().err()).contains("--planted: " + planted + " is no UTF-8 text");
        Files.delete(planted);
        Files.createDirectory(planted);
        assertThat(scan().err()).contains("--planted: " + planted + " cannot be read as a file");
        assertThat(scan().code()).isEqualTo(2);
    }
}
