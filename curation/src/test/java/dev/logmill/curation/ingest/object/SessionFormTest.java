package dev.logmill.curation.ingest.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.ingest.StoredBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** A file of lines as one record. */
class SessionFormTest {
    private static List<String> read(String name, byte[] bytes) throws IOException {
        List<String> read = new ArrayList<>();
        RawObject object = new RawObject("app", name, name, "", 0, Optional.empty());
        try (RawPieces pieces = new SessionForm().pieces(object, new StoredBytes(bytes), 100)) {
            pieces.forEachRemaining(piece -> read.add(piece.position()
                    + " "
                    + piece.fold(
                            record -> record.body().toString(), broken -> broken.reason() + ": " + broken.detail())));
        }
        return read;
    }

    private static List<String> read(String text) throws IOException {
        return read("a.jsonl", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void allLinesAreOneRecord() throws IOException {
        assertThat(read("{\"a\":1}\n\n[2]\r\n")).containsExactly("1 [{\"a\":1},[2]]");
        assertThat(read("")).isEmpty();
        assertThat(read("\n \n")).isEmpty();
    }

    @Test
    void aLineThatIsNoJsonIsToldByItselfAndTheOthersAreRead() throws IOException {
        assertThat(read("1\n{\"half\n2\n")).containsExactly("1 [1,2]", "2 MALFORMED_JSON: it ends within a value");
        assertThat(read("{\"half\n1\n2\n")).containsExactly("1 MALFORMED_JSON: it ends within a value", "2 [1,2]");
        assertThat(read("{no")).hasSize(1).first().asString().startsWith("1 MALFORMED_JSON");
    }

    @Test
    void aSessionThatIsTooLargeIsNotReadInParts() throws IOException {
        String told = "1 RECORD_TOO_LARGE: a session of more than 100 bytes, which ingest.max-record-bytes allows";
        assertThat(read("{\"a\":1}\nno json\n" + "[2]\n".repeat(60))).containsExactly(told);
        assertThat(read("\"" + "x".repeat(200) + "\"\n1\n")).containsExactly(told);
    }

    @Test
    void whatCameBeforeADamageIsRead() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("1\n2\n".getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = packed.toByteArray();
        assertThat(read("a.jsonl.gz", whole)).containsExactly("1 [1,2]");
        assertThat(read("a.jsonl.gz", Arrays.copyOf(whole, whole.length - 4)))
                .last()
                .asString()
                .contains("DAMAGED_OBJECT");
    }
}
