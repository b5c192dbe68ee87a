package dev.logmill.curation.ingest.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.logmill.curation.ingest.StoredBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of CSV, Parquet and SQLite. */
class TableFormsTest {
    private static final int LIMIT = 1000;

    @TempDir
    private Path folder;

    private static List<String> read(ObjectForm form, String name, Stored stored) throws IOException {
        RawObject object = new RawObject("app", name, name, "", 0, Optional.empty());
        List<String> read = new ArrayList<>();
        try (RawPieces pieces = form.pieces(object, stored, LIMIT)) {
            pieces.forEachRemaining(piece -> read.add(piece.position()
                    + " "
                    + piece.fold(
                            record -> record.body().toString(), broken -> broken.reason() + ": " + broken.detail())));
        }
        return read;
    }

    private static List<String> named(String name, Stored stored) throws IOException {
        return read(Forms.named(name, element -> false), name, stored);
    }

    private static List<String> csv(String text) throws IOException {
        return named("a.csv", new StoredBytes(text.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a row                   | `a,b\n1,x\n`            | `1 {'a':'1','b':'x'}`",
                "no line end behind it   | `a,b\r\n1,x`            | `1 {'a':'1','b':'x'}`",
                "quotes and line ends    | `a,b\n'1,\n2','say ''x'''\n` | `1 {'a':'1,\\n2','b':'say \\'x\\''}`",
                "an empty field is none  | `a,b\n,x\n`             | `1 {'b':'x'}`",
                "a byte order mark       | `\uFEFFa\n1\n`          | `1 {'a':'1'}`",
                "too few and too many    | `a,b\n1\n1,2\n1,2,3\n`  | `1 UNKNOWN_SHAPE: a row of 1 fields, where the first row names 2;2 {'a':'1','b':'2'};3 UNKNOWN_SHAPE: a row of 3 fields, where the first row names 2`",
                "no rows                 | `a,b\n`                 | ``",
                "nothing at all          | ``                      | ``",
                "one name twice          | `a,a\n1,2\n`            | `1 DAMAGED_OBJECT: two columns of one name in its first row`",
                "a nameless column       | `a,\n1,2\n`             | `1 DAMAGED_OBJECT: a column without a name in its first row`",
                "a quote inside a word   | `a\n1\n'2'3\n`          | `1 {'a':'1'};2 DAMAGED_OBJECT: it is no CSV behind row 1`"
            })
    void rowsOfCsv(String what, String text, String rows) throws IOException {
        assertThat(String.join(";", csv(text))).as(what).isEqualTo(rows.replace('\'', '"'));
    }

    @Test
    void aQuoteThatIsNeverClosedEndsBeforeItFillsTheMemory() throws IOException {
        assertThat(csv("a\n1\n'" + "x".repeat(100_000) + "\n"))
                .containsExactly(
                        "1 {\"a\":\"1\"}",
                        "2 DAMAGED_OBJECT: a row of more than 1000 characters behind row 1; a quote is not closed perhaps");
    }

    @Test
    void textThatIsNoUtf8EndsTheTable() throws IOException {
        byte[] text = "a\n1\n?\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        text[4] = (byte) 0xff;
        assertThat(named("a.csv", new StoredBytes(text)))
                .last()
                .asString()
                .contains("DAMAGED_OBJECT: no UTF-8 behind row");
    }

    @Test
    void compressedTablesAndTabs() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("a\tb\n1\tx,y\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(named("a.tsv.gz", new StoredBytes(packed.toByteArray())))
                .containsExactly("1 {\"a\":\"1\",\"b\":\"x,y\"}");
        byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() - 9);
        assertThat(named("a.tsv.gz", new StoredBytes(cut)))
                .last()
                .asString()
                .endsWith("it is cut off before its compression ends");
    }

    private static final MessageType SCHEMA = MessageTypeParser.parseMessageType("""
            message row {
              optional binary name (STRING);
              optional int64 at (TIMESTAMP(MICROS, true));
              optional int32 day (DATE);
              optional int96 old;
              optional boolean good;
              optional double value;
              optional int64 cost (DECIMAL(18, 4));
              optional binary raw;
              optional group tags (LIST) { repeated group list { optional binary element (STRING); } }
              optional group usage (MAP) {
                repeated group key_value { required binary key (STRING); optional int64 value; }
              }
              repeated int32 many;
              optional group nested { optional int32 inner; }
            }
            """);

    private Path parquet() throws IOException {
        Path file = folder.resolve("a.parquet");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(SCHEMA)
                .build()) {
            Group row = new SimpleGroupFactory(SCHEMA).newGroup();
            row.append("name", "router").append("at", 1_795_309_923_120_001L).append("day", 20_000);
            row.append("old", new NanoTime(2_440_589, 1_000_000_000L));
            row.append("good", true).append("value", 0.1).append("cost", 12_345L);
            row.append("raw", Binary.fromConstantByteArray(new byte[] {(byte) 0xff, 1}));
            Group tags = row.addGroup("tags");
            tags.addGroup("list").append("element", "a");
            tags.addGroup("list");
            row.addGroup("usage").addGroup("key_value").append("key", "input").append("value", 212L);
            row.append("many", 1).append("many", 2);
            row.addGroup("nested").append("inner", 7);
            writer.write(row);
            Group bare = new SimpleGroupFactory(SCHEMA).newGroup();
            writer.write(bare.append("value", Double.NaN));
        }
        return file;
    }

    @Test
    void rowsOfParquet() throws IOException {
        assertThat(named("a.parquet", new StoredBytes(Files.readAllBytes(parquet()))))
                .containsExactly(
                        "1 {\"name\":\"router\",\"at\":\"2026-11-22T01:12:03.120001Z\",\"day\":\"2024-10-04\","
                                + "\"old\":\"1970-01-02T00:00:01Z\",\"good\":true,\"value\":0.1,\"cost\":1.2345,"
                                + "\"raw\":\"/wE=\",\"tags\":[\"a\",null],\"usage\":{\"input\":212},\"many\":[1,2],"
                                + "\"nested\":{\"inner\":7}}",
                        "2 {\"value\":null,\"many\":[]}");
    }

    @Test
    void parquetThatWasCutOffIsDamage() throws IOException {
        byte[] whole = Files.readAllBytes(parquet());
        for (byte[] broken : List.of(Arrays.copyOf(whole, whole.length / 2), new byte[] {1, 2, 3})) {
            assertThat(named("a.parquet", new StoredBytes(broken)))
                    .containsExactly("1 DAMAGED_OBJECT: it is no Parquet, or was cut off or changed, behind row 0");
        }
        byte[] changed = whole.clone();
        Arrays.fill(changed, 4, 60, (byte) 0x55);
        assertThat(named("a.parquet", new StoredBytes(changed)))
                .singleElement()
                .asString()
                .contains("it is no Parquet, or was cut off or changed");
    }

    @Test
    void storageThatFailsIsNoDamage() {
        Stored failing = new Stored() {
            @Override
            public long getLength() {
                return 100;
            }

            @Override
            public SeekableInputStream newStream() throws IOException {
                throw new IOException("the bucket is gone");
            }
        };
        for (String name : List.of("a.parquet", "a.csv", "a.jsonl")) {
            assertThatThrownBy(() -> named(name, failing))
                    .as(name)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("the bucket is gone");
        }
        assertThatThrownBy(() -> read(new SqliteForm("select 1"), "a.db", failing))
                .isInstanceOf(UncheckedIOException.class);
    }

    private byte[] database(String... statements) throws Exception {
        Path file = folder.resolve("a.db");
        Files.deleteIfExists(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
        return Files.readAllBytes(file);
    }

    private static final String[] CALLS = {
        "pragma journal_mode = wal",
        "create table calls (id integer, said text, cost real, raw blob)",
        "insert into calls values (1, 'it''s', 0.25, x'ff'), (2, null, null, null)"
    };

    @Test
    void rowsThatAQueryFinds() throws Exception {
        assertThat(read(
                        new SqliteForm("select id, said as text, cost, raw from calls order by id"),
                        "a.db",
                        new StoredBytes(database(CALLS))))
                .containsExactly("1 {\"id\":1,\"text\":\"it's\",\"cost\":0.25,\"raw\":\"/w==\"}", "2 {\"id\":2}");
    }

    /** While a program has it open, all that was written since may lie beside a database; a torn end was never written. */
    @Test
    void rowsThatOnlyTheLogBesideADatabaseHolds() throws Exception {
        Path file = folder.resolve("open.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("create table calls (id integer, said text)");
            for (int i = 1; i <= 300; i++) {
                statement.execute("insert into calls values (%d, '%s')".formatted(i, "so it goes ".repeat(i % 50)));
            }
            byte[] log = Files.readAllBytes(folder.resolve("open.db-wal"));
            byte[] database = Files.readAllBytes(file);
            assertThat(count(new StoredBytes(database, log))).containsExactly("1 {\"n\":300}");
            assertThat(count(new StoredBytes(database, Arrays.copyOf(log, log.length - 1))))
                    .containsExactly("1 {\"n\":299}");
            byte[] torn = log.clone();
            torn[log.length - 2000]++;
            assertThat(count(new StoredBytes(database, torn))).containsExactly("1 {\"n\":299}");
            assertThat(count(new StoredBytes(database, new byte[] {1, 2, 3}))).hasSize(1);
            assertThat(read(new SqliteForm("select 1"), "open.db-wal", new StoredBytes(log)))
                    .isEmpty();
        }
    }

    private static List<String> count(StoredBytes stored) throws Exception {
        return read(new SqliteForm("select count(*) as n from calls"), "open.db", stored);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select nothing from calls | the query does not fit this database",
                "delete from calls         | the query does not fit this database",
                "attach 'x.db' as x        | the query does not fit this database",
                "select load_extension('x')| the query does not fit this database"
            })
    void aQueryThatDoesNotFitOrWantsToWrite(String query, String why) throws Exception {
        String here = query.replace("x.db", folder.resolve("x.db").toString());
        assertThat(read(new SqliteForm(here), "a.db", new StoredBytes(database(CALLS))))
                .singleElement()
                .asString()
                .startsWith("1 DAMAGED_OBJECT: " + why);
        assertThat(folder.resolve("x.db")).doesNotExist();
    }

    @Test
    void aDatabaseThatIsNoneIsDamage() throws Exception {
        byte[] whole = database(CALLS);
        for (byte[] broken : List.of(new byte[] {1, 2, 3}, Arrays.copyOf(whole, 5000))) {
            assertThat(read(new SqliteForm("select * from calls"), "a.db", new StoredBytes(broken)))
                    .containsExactly("1 DAMAGED_OBJECT: it is no SQLite database, or was cut off or changed");
        }
        assertThat(read(new SqliteForm("select 1"), "a.db", new StoredBytes("")))
                .isEmpty();
    }
}
