package dev.logmill.jobs.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.ingest.Quarantine;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.trace.Span;
import dev.logmill.jobs.command.AllTables;
import dev.logmill.jobs.config.ConfigFile;
import dev.logmill.jobs.config.LogmillConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One night of everything that can be wrong with raw objects, beside healthy ones. */
class HostileNightTest {
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 1);
    private static final int RECORD_LIMIT = 1 << 20;

    @TempDir
    static Path folder;

    private static Lake lake;
    private static List<Quarantine> quarantine;
    private static final List<String> warnings = new ArrayList<>();

    @BeforeAll
    static void night() throws IOException {
        writeObjects();
        Path yaml = folder.resolve("logmill.yaml");
        Files.writeString(folder.resolve("pseudonym.key"), "0123456789abcdef0123456789abcdef\n");
        Files.writeString(yaml, """
                lake: lake
                published: published
                privacy: {key-file: pseudonym.key}
                ingest: {max-record-bytes: %d}
                sources:
                  - name: app
                    path: raw/{date}/**
                    dialect: mapped
                    privacy: content
                    mapping:
                      unit: span
                      trace: /trace
                      span: /id
                      kind: /kind
                      otherwise-kind: llm
                      started: /at
                      input: /prompt
                      output: /answer
                      usage: {input: /tokens}
                """.formatted(RECORD_LIMIT));
        LogmillConfig config = new ConfigFile(yaml, name -> Optional.empty()).read();
        lake = new Lake(config.lake(), config.storage());
        JobRunner runner = new JobRunner(
                config, lake, AllTables.LIST, () -> SparkApplication.start("test", Map.of("spark.master", "local[2]")));
        for (Job job : Line.jobs()) {
            warnings.addAll(runner.run(job, NIGHT).done().warnings());
        }
        quarantine = lake.rows(CurationTables.QUARANTINE).stream()
                .sorted(Comparator.comparing(Quarantine::object).thenComparing(Quarantine::position))
                .toList();
    }

    private static String record(String id) {
        return "{\"trace\":\"t-%s\",\"id\":\"%s\",\"at\":\"2026-11-01T08:00:00Z\",\"prompt\":\"ask\",\"answer\":\"yes\"}"
                .formatted(id, id);
    }

    private static void writeObjects() throws IOException {
        object("healthy.jsonl", record("h1") + "\n" + record("h2") + "\n");
        object(
                "long-line.jsonl",
                record("l1") + "\n{\"trace\":\"" + "x".repeat(100_000_000) + "\"}\n" + record("l2") + "\n");
        object(
                "deep.jsonl",
                record("d1") + "\n" + "[".repeat(10_000) + "]".repeat(10_000) + "\n" + record("d2") + "\n");
        object("deep-object.jsonl", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000) + "\n" + record("d3") + "\n");
        bytes(
                "utf8.jsonl",
                join(record("u1") + "\n{\"trace\":\"", new byte[] {(byte) 0xc3, 0x28}, "\"}\n" + record("u2") + "\n"));
        byte[] packed = gzip(record("g1") + "\n" + noise(5_000));
        bytes("cut.jsonl.gz", Arrays.copyOf(packed, packed.length / 2));
        byte[] zstd = zstd(record("z1") + "\n" + noise(50_000));
        bytes("cut.jsonl.zst", Arrays.copyOf(zstd, zstd.length / 2));
        bytes("no-gzip.jsonl.gz", record("n1").getBytes(StandardCharsets.UTF_8));
        bytes("two-members.jsonl.gz", join(gzip(record("m1") + "\n"), gzip(record("m2") + "\n")));
        bytes("empty.jsonl", new byte[0]);
        bytes("empty.jsonl.gz", new byte[0]);
        object("blank.jsonl", "\n\r\n  \n");
        Files.createDirectories(folder.resolve("raw/2026-11-01/folder.jsonl"));
        object("folder.jsonl/inside.jsonl", record("f1") + "\n");
        object("keys.jsonl", "{\"trace\":\"k\",\"trace\":\"k\",\"id\":\"1\"}\n" + record("k2") + "\n");
        object("nan.jsonl", "{\"trace\":\"n\",\"id\":\"1\",\"tokens\":NaN}\n" + record("n2") + "\n");
        object("numbers.jsonl", """
                {"trace":"i","id":"1","at":"2026-11-01T08:00:00Z","other":123456789012345678901234567890,"prompt":"a"}
                {"trace":"i","id":"2","tokens":99999999999999999999}
                {"trace":"i","id":"3","tokens":1e999999999}
                """);
        object("times.jsonl", """
                {"trace":"y","id":"1","at":"0001-01-01T00:00:00Z"}
                {"trace":"y","id":"2","at":"9999-12-31T23:59:59Z"}
                """ + record("y3"));
        object("a%2Fb.jsonl", record("p1") + "\n");
        object("it's.jsonl", record("p2") + "\n");
        object("new\nline.jsonl", record("p3") + "\n");
        object("jane.doe@x.org/calls.jsonl", record("o1") + "\n{cut\n{cut too\n{}\n");
        object("crlf.jsonl", "\ufeff" + record("c1") + "\r\n" + record("c2") + "\r\n");
        bytes("utf16.jsonl", (record("w1") + "\n").getBytes(StandardCharsets.UTF_16));
        object(
                "array.json",
                "[" + record("a1") + ",\n " + record("a2") + ", {\"id\":1,\"id\":2}, " + record("a3") + "]");
        object(
                "pretty.json",
                record("q1").replace(",", ",\n  ").replace("{", "{\n  ").replace("}", "\n}"));
        object("lines.json", record("s1") + "\n{broken}\n" + record("s2") + "\n");
        object("half.json", "[" + record("e1") + ", {\"trace\":");
        object("huge.json", "[" + record("b1") + ", {\"trace\":\"" + "x".repeat(3 * RECORD_LIMIT) + "\"}]");
    }

    private static String noise(int lines) {
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            noise.append("{\"trace\":\"")
                    .append(Integer.toHexString(i * 0x9E3779B9))
                    .append("\",\"id\":\"x\"}\n");
        }
        return noise.toString();
    }

    private static List<String> reasons(String object) {
        return quarantine.stream()
                .filter(row -> row.object().equals("2026-11-01/" + object))
                .map(row -> row.position() + " " + row.reason() + ": " + row.detail())
                .toList();
    }

    private static List<String> ids() {
        return lake.rows(CurationTables.SPANS).stream()
                .map(Span::spanId)
                .sorted()
                .toList();
    }

    private static LedgerEntry ledger(String object) {
        return lake.rows(CurationTables.LEDGER).stream()
                .filter(entry -> entry.path().equals("2026-11-01/" + object))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsHealthyIsReadWhateverLiesBesideIt() {
        assertThat(ids())
                .contains(
                        "h1", "h2", "l1", "l2", "d1", "d2", "d3", "u1", "u2", "g1", "z1", "m1", "m2", "f1", "k2", "n2")
                .contains("y3", "p1", "p2", "p3", "c1", "c2", "a1", "a2", "a3", "q1", "s1", "s2", "e1", "b1");
    }

    @Test
    void everyObjectReconciles() {
        assertThat(lake.rows(CurationTables.LEDGER)).hasSize(28).allMatch(LedgerEntry::reconciles);
    }

    @Test
    void theRestOfTheLineRuns() {
        assertThat(lake.rows(CurationTables.RUNS)).hasSizeGreaterThan(20);
        assertThat(lake.rows(CurationTables.PAIRS)).isNotEmpty();
    }

    @Test
    void aLineOfHundredMegabytes() {
        assertThat(reasons("long-line.jsonl"))
                .containsExactly("2 RECORD_TOO_LARGE: a line of 100000012 bytes, more than 1048576");
    }

    @Test
    void tenThousandLevels() {
        assertThat(reasons("deep.jsonl")).containsExactly("2 MALFORMED_JSON: nested deeper than 500 levels");
        assertThat(reasons("deep-object.jsonl")).containsExactly("1 MALFORMED_JSON: nested deeper than 500 levels");
    }

    @Test
    void invalidUtf8() {
        assertThat(reasons("utf8.jsonl")).containsExactly("2 INVALID_UTF8: no UTF-8 at byte 10");
        assertThat(reasons("utf16.jsonl")).isEmpty();
    }

    @Test
    void compressedObjectsThatAreCut() {
        assertThat(reasons("cut.jsonl.gz"))
                .singleElement()
                .asString()
                .contains("DAMAGED_OBJECT: it is cut off before its compression ends");
        assertThat(reasons("cut.jsonl.zst")).singleElement().asString().contains("DAMAGED_OBJECT: ");
        assertThat(reasons("no-gzip.jsonl.gz"))
                .containsExactly("1 DAMAGED_OBJECT: it is no gzip, or was changed on its way");
        assertThat(ledger("cut.jsonl.gz").stored()).isGreaterThan(1);
    }

    @Test
    void emptyObjectsHoldNothing() {
        for (String empty : List.of("empty.jsonl", "empty.jsonl.gz", "blank.jsonl")) {
            assertThat(ledger(empty).records()).as(empty).isZero();
            assertThat(reasons(empty)).as(empty).isEmpty();
        }
    }

    @Test
    void keysWrittenTwice() {
        assertThat(reasons("keys.jsonl"))
                .singleElement()
                .asString()
                .startsWith("1 MALFORMED_JSON: a key twice in one object");
        assertThat(reasons("array.json"))
                .singleElement()
                .asString()
                .startsWith("3 MALFORMED_JSON: a key twice in one object");
    }

    @Test
    void notANumber() {
        assertThat(reasons("nan.jsonl"))
                .singleElement()
                .asString()
                .startsWith("1 MALFORMED_JSON: NaN or an infinity, which JSON has not, at byte");
    }

    @Test
    void integersBeyondSixtyFourBits() {
        Map<String, Span> spans = lake.rows(CurationTables.SPANS).stream()
                .filter(span -> span.traceId().equals("i"))
                .collect(Collectors.toMap(Span::spanId, span -> span));
        assertThat(spans.get("1").attributes()).contains("123456789012345678901234567890");
        assertThat(spans).containsOnlyKeys("1");
        assertThat(reasons("numbers.jsonl"))
                .containsExactly(
                        "2 INVALID_FIELD: /tokens: outside 0 to 2^53",
                        "3 INVALID_FIELD: /tokens: outside what 64 bits hold");
    }

    @Test
    void theYearsOneAnd9999() {
        assertThat(reasons("times.jsonl"))
                .containsExactly(
                        "1 IMPLAUSIBLE_TIME: /at: in year 1, with unit iso; not between 2015 and 2100",
                        "2 IMPLAUSIBLE_TIME: /at: in year 9999, with unit iso; not between 2015 and 2100");
    }

    @Test
    void documentsThatGoWrongEndTheirObjectAndNothingElse() {
        assertThat(reasons("lines.json")).singleElement().asString().startsWith("2 MALFORMED_JSON: no JSON at byte");
        assertThat(reasons("half.json"))
                .containsExactly("2 MALFORMED_JSON: it ends within a value; what follows it was not read");
        assertThat(reasons("huge.json"))
                .containsExactly(
                        "2 RECORD_TOO_LARGE: a document of more than 1048576 bytes; what follows it was not read");
    }

    @Test
    void nobodyIsNamedByThePathOfAnObject() {
        assertThat(ids()).contains("o1");
        assertThat(lake.rows(CurationTables.LEDGER).toString() + quarantine + warnings)
                .contains("<EMAIL_")
                .doesNotContain("jane");
    }

    @Test
    void noTextOfTheLogIsInAReason() {
        assertThat(quarantine).extracting(Quarantine::detail).noneMatch(detail -> detail.contains("xxx"));
    }

    private static void object(String name, String content) throws IOException {
        bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(String name, byte[] content) throws IOException {
        Path file = folder.resolve("raw/2026-11-01").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static byte[] join(Object... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Object part : parts) {
            all.write(part instanceof byte[] raw ? raw : ((String) part).getBytes(StandardCharsets.UTF_8));
        }
        return all.toByteArray();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zstd(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new ZstdOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
