package dev.logmill.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20-00-00 | sort code 20-00-00.",
                "20-00-00 | sort code 20 00 00",
                "20-00-00 | sort code 20\u201300\u201300",
                "20-00-00 | <b>20-00-00</b>",
                "482913 | code 482913.",
                "555-0143 | call 555 0143",
                "31926819 | account 31926819",
                "31926819 | account 3192 6819",
                "4111 1111 1111 1111 | card 4111-1111-1111-1111",
                "4111 1111 1111 1111 | card 4111111111111111",
                "4111 1111 1111 1111 | card=4111.1111.1111.1111&x=1",
                "+49 1512 1234567 | call 00491512 1234567",
                "+49 1512 1234567 | call +49 (1512) 123-4567",
                "+49 1512 1234567 | tel=%2B49+1512+1234567",
                "DE89 3704 0044 0532 0130 00 | IBAN de89370400440532013000",
                "123-45-6789 | SSN 123456789"
            })
    void aNumberIsFoundHoweverItsDigitsAreParted(String value, String written) throws IOException {
        Files.writeString(planted, "{\"value\":\"" + value + "\"}\n");
        Path file = folder.resolve("made/a.txt");
        Files.writeString(file, written);
        assertThat(scan().out()).contains("found: planted.jsonl, line 1 (VALUE)");
        for (String charset : List.of("UTF-16LE", "UTF-16BE")) {
            if (written.chars().allMatch(c -> c < 0x80) && !written.contains("%2B")) {
                Files.write(file, written.getBytes(Charset.forName(charset)));
                assertThat(scan().out()).as(charset).contains("found: planted.jsonl, line 1 (VALUE)");
            }
        }
    }

    /** Another number, or digits so few that they stand there by chance. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20-00-00 | total 200000 EUR",
                "20-00-00 | total 1200000 EUR",
                "20-00-00 | 120-00-00",
                "20-00-00 | 20-00-001",
                "20-00-00 | 2000-00",
                "482913 | id 14829137",
                "482913 | 48-29-13",
                "555-0143 | 5550143",
                "31926819 | id 131926819",
                "31926819 | id 319268190",
                "4111 1111 1111 1111 | 94111111111111111",
                "+49 1512 1234567 | 90491512 1234567"
            })
    void aNumberIsNotFoundInAnotherOne(String value, String written) throws IOException {
        Files.writeString(planted, "{\"value\":\"" + value + "\"}\n");
        Path file = folder.resolve("made/a.txt");
        Files.writeString(file, written);
        assertThat(scan().out()).contains("0 found");
        for (String charset : List.of("UTF-16LE", "UTF-16BE")) {
            Files.write(file, written.getBytes(Charset.forName(charset)));
            assertThat(scan().out()).as(charset).contains("0 found");
        }
    }

    /** In whatever an encoding is packed, behind enough else that it is not the first thing to be read. */
    @ParameterizedTest
    @MethodSource
    void isFoundHoweverItIsWritten(String written) throws IOException {
        Files.writeString(planted, "{\"value\":\"ann.lee@corp.example\"}\n");
        Files.writeString(folder.resolve("made/a.txt"), "{\"a\":1,\"b\":\"" + written + "\"}\n");
        assertThat(scan().out()).contains("found: planted.jsonl, line 1 (VALUE)");
    }

    static List<String> isFoundHoweverItIsWritten() throws IOException {
        String said = "Write to ann.lee@corp.example, or do not, as you like it";
        String twice = URLEncoder.encode(URLEncoder.encode(said, UTF_8), UTF_8);
        List<String> written = new ArrayList<>(List.of(
                twice,
                URLEncoder.encode(twice, UTF_8),
                "63 6F 6E 74 61 63 74 20 61 6E 6E 2E 6C 65 65 40 63 6F 72 70 2E 65 78 61 6D 70 6C 65",
                "63:6f:6e:74:61:63:74:20:61:6e:6e:2e:6c:65:65:40:63:6f:72:70:2e:65:78:61:6d:70:6c:65",
                "ask MFXG4LTMMVSUAY3POJYC4ZLYMFWXA3DF",
                HexFormat.of().formatHex(said.getBytes(UTF_8)),
                "ann=2Elee=40corp=2Eexample",
                "ann.lee\\u0040corp.example",
                "ann.lee&#64;corp.example",
                "ann.lee\u200b@corp.example"));
        for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "ISO-8859-1")) {
            written.add(base64(("Jos\u00e9: " + said).getBytes(Charset.forName(charset))));
        }
        for (byte[] packed : List.of(packed("gzip", said), packed("zlib", said), packed("deflate", said))) {
            written.add(base64(packed));
            written.add(base64(base64(packed).getBytes(UTF_8)));
            written.add(base64(base64(base64(packed).getBytes(UTF_8)).getBytes(UTF_8)));
            written.add(URLEncoder.encode(base64(packed), UTF_8));
        }
        written.add(base64(base64(base64(said.getBytes(UTF_8)).getBytes(UTF_8)).getBytes(UTF_8)));
        written.add(base64(URLEncoder.encode(twice, UTF_8).getBytes(UTF_8)));
        return written;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] packed(String how, String said) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = how.equals("gzip")
                ? new GZIPOutputStream(bytes)
                : new DeflaterOutputStream(bytes, new Deflater(6, how.equals("deflate")))) {
            out.write(said.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    /** A window ends in its midst. */
    @Test
    void isFoundInAFileThatIsLongerThanWhatIsReadAtOnce() throws IOException {
        Files.writeString(planted, "{\"value\":\"ann.lee@corp.example\"}\n");
        String line = "{\"t\":\""
                + base64("nothing that anybody would look for".repeat(9).getBytes(UTF_8)) + "\"}\n";
        String before = line.repeat((1 << 22) / line.length() - 1);
        String filled = before + " ".repeat((1 << 22) - 300 - before.length());
        String counted = IntStream.range(0, 500).mapToObj(Integer::toString).collect(Collectors.joining());
        String told = base64(packed("zlib", counted + " mail ann.lee@corp.example"));
        assertThat(told).hasSizeGreaterThan(600);
        Files.writeString(folder.resolve("made/a.txt"), filled + told + "\n" + line.repeat(9));
        assertThat(scan().out()).contains("found: planted.jsonl, line 1 (VALUE)");
    }

    @Test
    void isFoundInUtf16AndBehindZstandard() throws IOException {
        Files.writeString(planted, "{\"value\":\"ann.lee@corp.example\"}\n{\"value\":\"bob.lee@corp.example\"}\n");
        Files.write(folder.resolve("made/a.txt"), "ask Ann.lee@corp.example".getBytes(Charset.forName("UTF-16LE")));
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(folder.resolve("made/b.jsonl.zst")))) {
            out.write("ask bob.lee@corp.example, or somebody else".getBytes(UTF_8));
        }
        assertThat(scan().out()).contains("line 1 (VALUE)", "line 2 (VALUE)");
        Files.writeString(folder.resolve("made/c.zst"), "no Zstandard");
        assertThat(scan().out()).contains("cannot be unpacked: ");
    }
}
