package dev.logmill.curation.ingest.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import dev.logmill.curation.json.Digest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordSplitterTest {
    private static final int LIMIT = 40;

    private static RawObject named(String name) {
        return new RawObject("app", "/raw/" + name, name, "1", 0, Optional.empty());
    }

    private static List<String> split(String name, byte[] content) {
        return split(name, new ByteArrayInputStream(content));
    }

    private static List<String> split(String name, InputStream in) {
        List<String> pieces = new ArrayList<>();
        new RecordSplitter(LIMIT)
                .pieces(named(name), in)
                .forEachRemaining(piece -> pieces.add(piece.position() + " "
                        + piece.<String>fold(
                                record -> record.body().toString(),
                                broken -> broken.reason() + ": " + broken.detail())));
        return pieces;
    }

    private static List<String> split(String name, String content) {
        return split(name, bytes(content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "one line                 | {'a':1}~                | 1 {'a':1}",
                "no last line end         | {'a':1}~{'a':2}         | 1 {'a':1};2 {'a':2}",
                "carriage returns         | {'a':1}^~{'a':2}^~      | 1 {'a':1};2 {'a':2}",
                "empty lines count        | ~~{'a':1}~  ~{'a':2}~   | 3 {'a':1};5 {'a':2}",
                "white space around       |  {'a':1} ~              | 1 {'a':1}",
                "broken between           | {'a':1}~{'a'~{'a':2}~   | 1 {'a':1};2 MALFORMED_JSON: it ends within a value;3 {'a':2}",
                "two on a line            | {'a':1}{'a':2}~{'a':3}~ | 1 MALFORMED_JSON: more than one document at byte 7;2 {'a':3}",
                "a value of another kind  | 5~'x'~[1]~null~         | 1 5;2 `x`;3 [1];4 null"
            })
    void splitsLines(String what, String content, String pieces) {
        String written = content.replace('~', '\n').replace('^', '\r').replace('\'', '"');
        assertThat(split("a.jsonl", written))
                .isEqualTo(Arrays.asList(
                        pieces.replace('\'', '"').replace('`', '"').split(";")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void readsLinesOfUtf16(String encoding) {
        String lines = "{\"a\":1}\n{\"a\":\"\ud83d\ude00\u010a\"}\n{\"a\":3}\n";
        assertThat(split("a.jsonl", lines.getBytes(Charset.forName(encoding))))
                .containsExactly("1 {\"a\":1}", "2 {\"a\":\"\ud83d\ude00\u010a\"}", "3 {\"a\":3}");
    }

    @Test
    void noCharacterOfUtf16IsLostBetweenItsHalves() {
        String line = "{\"a\":\"\ud83d\ude00\"}\n";
        assertThat(split("a.jsonl", line.repeat(5000).getBytes(StandardCharsets.UTF_16)))
                .hasSize(5000)
                .allMatch(piece -> piece.endsWith(" " + line.strip()));
    }

    @Test
    void anEndInMidstOfACharacterOfUtf16IsDamage() {
        byte[] lines = "{\"a\":1}\n{\"a\":2}\n".getBytes(StandardCharsets.UTF_16LE);
        assertThat(split("a.jsonl", Arrays.copyOf(lines, lines.length - 1)))
                .containsExactly(
                        "1 {\"a\":1}", "2 DAMAGED_OBJECT: it begins as UTF-16, and is cut off or none to its end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "a.json"})
    void aNumberBeyondEveryPowerOfTenIsOneBrokenRecord(String name) {
        assertThat(split(name, "{\"seed\":1E99999999999}\n{\"a\":2}\n"))
                .containsExactly(
                        "1 MALFORMED_JSON: a number or a name longer or larger than any that is meant", "2 {\"a\":2}");
    }

    @Test
    void aLineOfJustTheLimitIsReadAndOneByteMoreIsNot() {
        String fits = "{\"a\":\"" + "x".repeat(LIMIT - 8) + "\"}";
        assertThat(bytes(fits)).hasSize(LIMIT);
        String more = fits.replace("xx\"", "xxx\"");
        assertThat(split("a.jsonl", fits + "\n" + more + "\n" + fits))
                .containsExactly(
                        "1 " + fits,
                        "2 RECORD_TOO_LARGE: a line of %d bytes, more than %d".formatted(LIMIT + 1, LIMIT),
                        "3 " + fits);
        assertThat(split("a.jsonl", more)).hasSize(1);
    }

    @Test
    void aLineMayGoOverManyReads() {
        String line = "{\"a\":\"0123456789\"}";
        InputStream single = new InputStream() {
            private final byte[] content = bytes(line + "\n" + line);
            private int at;

            @Override
            public int read() {
                return at < content.length ? content[at++] : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                int next = read();
                if (next < 0) {
                    return -1;
                }
                buffer[offset] = (byte) next;
                return 1;
            }
        };
        assertThat(split("a.jsonl", single)).containsExactly("1 " + line, "2 " + line);
    }

    @Test
    void anEndlessLineIsMeasuredAndNotKept() {
        long length = 3_000_000_000L;
        InputStream endless = new InputStream() {
            private long at;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] buffer, int offset, int size) {
                if (at == length) {
                    return -1;
                }
                int read = (int) Math.min(size, length - at);
                Arrays.fill(buffer, offset, offset + read, (byte) 'x');
                at += read;
                return read;
            }
        };
        assertThat(split("a.jsonl", new SequenceInputStream(endless, new ByteArrayInputStream(bytes("\n{\"a\":1}")))))
                .containsExactly("1 RECORD_TOO_LARGE: a line of 3000000000 bytes, more than 40", "2 {\"a\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "an array                | [{'a':1},{'a':2}]             | 1 {'a':1};2 {'a':2}",
                "spread over lines       | ~ [ {'a' : 1}~,~ {'a':2} ] ~  | 1 {'a':1};2 {'a':2}",
                "an empty one            | [ ]                           |",
                "one document            | {'a':~1}~                     | 1 {'a':1}",
                "documents               | {'a':~1} {'a':2}~{'a':3}      | 1 {'a':1};2 {'a':2};3 {'a':3}",
                "lines                   | {'a':1}~{'a':2}~              | 1 {'a':1};2 {'a':2}",
                "lines, one broken       | {'a':1}~{x}~{'a':2}~          | 1 {'a':1};2 MALFORMED_JSON: no JSON;3 {'a':2}",
                "lines, the first broken | {x}~{'a':2}~                  | 1 MALFORMED_JSON: no JSON;2 {'a':2}",
                "nested arrays           | [[1],[2,[3]]]                 | 1 [1];2 [2,[3]]",
                "an array that ends      | [{'a':1},{'a'                 | 1 {'a':1};2 MALFORMED_JSON: it ends within a value; what follows it was not read",
                "an array that breaks    | [{'a':1},x,{'a':2}]           | 1 {'a':1};2 MALFORMED_JSON: no JSON at byte 9; what follows it was not read",
                "a key twice             | [{'a':1,'a':2},{'b':1}]       | 1 MALFORMED_JSON: a key twice in one object;2 {'b':1}",
                "numbers as written      | [{'a':123456789012345678901,'b':1.10}] | 1 {'a':123456789012345678901,'b':1.10}"
            })
    void splitsDocuments(String what, String content, String pieces) {
        String written = content.replace('~', '\n').replace('\'', '"');
        List<String> found = split("a.json", written);
        if (pieces == null) {
            assertThat(found).isEmpty();
            return;
        }
        String[] expected =
                pieces.replace("; what", ", what").replace('\'', '"').split(";");
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(found.get(i).replace("; what", ", what")).startsWith(expected[i]);
        }
    }

    @Test
    void aDocumentBeyondTheLimitEndsItsObject() {
        byte[] content = bytes("[{\"a\":1},{\"a\":\"" + "x".repeat(200_000) + "\"},{\"a\":2}]");
        assertThat(split("a.json", content))
                .containsExactly(
                        "1 {\"a\":1}",
                        "2 RECORD_TOO_LARGE: a document of more than 40 bytes; what follows it was not read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "a.ndjson", "a.json", "a.log", "a", "a.jsonl.gz", "a.json.zst"})
    void nothingIsNoRecord(String name) {
        assertThat(split(name, new byte[0])).isEmpty();
    }

    /** Firehose and other writers leave the ending out. */
    @ParameterizedTest
    @ValueSource(strings = {"a.gz", "a.zst"})
    void knowsCompressionByTheFirstBytesToo(String compression) throws Exception {
        byte[] packed = packed(compression, "{\"a\":1}\n{\"a\":2}\n");
        assertThat(split("part-0001", new ByteArrayInputStream(packed))).hasSize(2);
    }

    /** The collector's file exporter compresses each document by itself. */
    @Test
    void readsDocumentsThatWereCompressedOneByOne() throws Exception {
        ByteArrayOutputStream framed = new ByteArrayOutputStream();
        for (String document : List.of("{\"a\":1}", "{\"a\":2}")) {
            byte[] packed = packed("a.zst", document);
            framed.write(ByteBuffer.allocate(4).putInt(packed.length).array());
            framed.write(packed);
        }
        byte[] whole = framed.toByteArray();
        assertThat(split("a.json", whole)).containsExactly("1 {\"a\":1}", "2 {\"a\":2}");
        assertThat(split("a.json", Arrays.copyOf(whole, whole.length - 3)))
                .first()
                .isEqualTo("1 {\"a\":1}");
        assertThat(split("a.json", Arrays.copyOf(whole, whole.length - 3)))
                .last()
                .asString()
                .contains("DAMAGED_OBJECT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl.gz", "a.JSONL.GZ", "a.jsonl.zst", "a.json.gz", "a.json.zst", "a.gz"})
    void unpacks(String name) throws IOException {
        String content = "{\"a\":1}\n{\"a\":2}\n";
        assertThat(split(name, packed(name, content))).containsExactly("1 {\"a\":1}", "2 {\"a\":2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl.gz", "a.jsonl.zst"})
    void whatIsCutTellsSoAfterWhatCouldBeRead(String name) throws IOException {
        byte[] whole = packed(name, "{\"a\":1}\n");
        byte[] cut = Arrays.copyOf(whole, whole.length - 3);
        List<String> pieces = split(name, cut);
        assertThat(pieces.get(pieces.size() - 1))
                .contains("DAMAGED_OBJECT: it is ")
                .contains("cut off");
        assertThat(split(name, bytes("plain"))).singleElement().asString().startsWith("1 DAMAGED_OBJECT: it is no ");
    }

    /** Bytes that storage gives, and then it does not answer any more. */
    private static InputStream stalling(byte[] bytes) {
        InputStream stalled = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new SocketTimeoutException("Read timed out");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(bytes), stalled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "a.json", "a.jsonl.gz", "a.json.gz", "a.jsonl.zst"})
    void storageThatFailsIsNoDamageOfTheObject(String name) throws IOException {
        String first = "{\"a\":1}\n";
        byte[] begun = name.contains("z") ? packed(name, first + "{\"a\":2}\n") : bytes(first);
        InputStream in = stalling(Arrays.copyOf(begun, name.contains("z") ? begun.length - 9 : begun.length));
        assertThatThrownBy(() -> split(name, in)).hasCauseInstanceOf(SocketTimeoutException.class);
        assertThatThrownBy(() -> split(name, stalling(new byte[0]))).hasCauseInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void storageThatFailsWithinAnArrayIsNoDamageEither() {
        assertThatThrownBy(() -> split("a.json", stalling(bytes("[{\"a\":1},{\"a"))))
                .hasCauseInstanceOf(SocketTimeoutException.class);
    }

    /** A decompressor takes whatever goes wrong between two members for the end. */
    @Test
    void storageThatFailsBetweenTwoMembersIsNotTheEnd() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.write(packed("a.gz", "{\"a\":1}\n"));
        members.write(packed("a.gz", "{\"a\":2}\n"), 0, 5);
        assertThatThrownBy(() -> split("a.jsonl.gz", stalling(members.toByteArray())))
                .hasCauseInstanceOf(SocketTimeoutException.class);
    }

    private static List<Optional<String>> digests(String name, String content) {
        List<Optional<String>> digests = new ArrayList<>();
        new RecordSplitter(LIMIT)
                .pieces(named(name), new ByteArrayInputStream(bytes(content)))
                .forEachRemaining(piece -> digests.add(piece.digest()));
        return digests;
    }

    @Test
    void whatIsBrokenIsToldByItsBytesWhereTheirEndIsKnown() {
        String large = "x".repeat(LIMIT + 1);
        List<Optional<String>> first = digests("a.jsonl", "{x}\n" + large + "\n" + large + "x\ny" + large);
        assertThat(first).doesNotHaveDuplicates().contains(Optional.of(Digest.sha256(bytes("{x}"))));
        assertThat(digests("b.jsonl", "\n" + large + "\n{x}")).containsExactly(first.get(1), first.get(0));
        assertThat(digests("a.json", "[x]")).containsExactly(Optional.empty());
    }

    @Test
    void aRecordCarriesItsPlaceAndTheDigestOfItsBytes() {
        Iterator<RawPiece> pieces =
                new RecordSplitter(LIMIT).pieces(named("x/a.jsonl"), new ByteArrayInputStream(bytes("\n{\"a\": 1}\n")));
        RawRecord record = pieces.next().fold(whole -> whole, broken -> {
            throw new AssertionError(broken);
        });
        assertThat(record.object()).isEqualTo("x/a.jsonl");
        assertThat(record.position()).isEqualTo(2);
        assertThat(record.digest()).isEqualTo(Digest.sha256(bytes("{\"a\": 1}")));
        assertThatThrownBy(pieces::next).isInstanceOf(NoSuchElementException.class);
    }

    private static byte[] packed(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = name.endsWith(".zst") ? new ZstdOutputStream(bytes) : new GZIPOutputStream(bytes)) {
            out.write(bytes(content));
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 40})
    void whatIsDamagedBehindAGzipMemberIsToldAndNotTakenForTheEnd(int whole) throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.write(packed("a.gz", "{\"a\":1}\n"));
        byte[] second = packed("a.gz", "{\"a\":2}\n");
        second[0] = 0;
        members.write(second);
        members.write(new byte[whole]);

        List<String> pieces = split("a.jsonl.gz", new ByteArrayInputStream(members.toByteArray()));
        assertThat(pieces).hasSize(2);
        assertThat(pieces.get(0)).contains("{\"a\":1}");
        assertThat(pieces.get(1)).contains("DAMAGED_OBJECT");
    }
}
