package dev.logmill.curation.ingest.object;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnopenedTest {
    private static final String RECORD = "{\"a\":1}\n{\"a\":2}\n";

    private interface Packing {
        OutputStream around(OutputStream packed) throws IOException;
    }

    private static List<String> pieces(String name, byte[] bytes) {
        List<String> pieces = new ArrayList<>();
        new RecordSplitter(1 << 16)
                .pieces(
                        new RawObject("app", "/raw/" + name, name, "1", bytes.length, Optional.empty()),
                        new ByteArrayInputStream(bytes))
                .forEachRemaining(piece -> pieces.add(piece.<String>fold(
                        record -> record.body().toString(), broken -> broken.reason() + ": " + broken.detail())));
        return pieces;
    }

    private static byte[] packed(byte[] bytes, Packing packing) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = packing.around(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    /** The head of a file as tar writes it, without what nobody looks at here, and the file. */
    private static byte[] tar(String magic) {
        byte[] tar = new byte[1024];
        System.arraycopy(bytes("a.jsonl"), 0, tar, 0, 7);
        System.arraycopy(bytes(magic), 0, tar, 257, magic.length());
        System.arraycopy(bytes(RECORD), 0, tar, 512, RECORD.length());
        return tar;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void isRefusedWhole(List<String> pieces, String what) {
        assertThat(pieces).singleElement().asString().startsWith("DAMAGED_OBJECT: it is " + what + "; unpack it first");
        assertThat(Unopened.isWhy(pieces.get(0))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ustar\00000", "ustar  \0"})
    void aTarIsRefusedWholeAlsoInsideACompression(String magic) throws IOException {
        isRefusedWhole(pieces("a.tar", tar(magic)), "a tar archive");
        isRefusedWhole(pieces("a.tar.gz", packed(tar(magic), GZIPOutputStream::new)), "a tar archive");
        isRefusedWhole(pieces("a.json", packed(tar(magic), GZIPOutputStream::new)), "a tar archive");
        isRefusedWhole(pieces("a.tar.zst", packed(tar(magic), ZstdOutputStream::new)), "a tar archive");
    }

    @Test
    void aZipIsRefusedWholeWhateverItIsCalled() throws IOException {
        byte[] zip = packed(bytes(RECORD), out -> {
            ZipOutputStream files = new ZipOutputStream(out);
            files.putNextEntry(new ZipEntry("a.jsonl"));
            return files;
        });
        isRefusedWhole(pieces("a.zip", zip), "a zip archive");
        isRefusedWhole(pieces("a.jsonl", zip), "a zip archive");
        isRefusedWhole(pieces("a.zip", bytes("PK\5\6" + "\0".repeat(18))), "a zip archive");
    }

    @Test
    void whatIsCompressedAsNobodyUndoesIsRefusedWhole() {
        isRefusedWhole(pieces("a.jsonl.xz", bytes("\u00fd7zXZ\0\0\4")), "compressed as xz");
        isRefusedWhole(pieces("a.jsonl.bz2", bytes("BZh91AY&SY\n\n")), "compressed as bzip2");
        isRefusedWhole(pieces("a.7z", bytes("7z\u00bc\u00af'\34\0\4")), "a 7z archive");
        isRefusedWhole(pieces("a.rar", bytes("Rar!\32\7\1\0")), "a rar archive");
    }

    @Test
    void textThatSpeaksOfThemIsRead() {
        String before = "{\"a\":\"" + "x".repeat(251);

        assertThat(pieces("a.jsonl", bytes(before + "ustar  00\"}\n"))).containsExactly(before + "ustar  00\"}");
        assertThat(pieces("a.jsonl", bytes("\"PK\"\n"))).containsExactly("\"PK\"");
    }

    @Test
    void whatComesBeforeDamageIsStillRead() throws IOException {
        byte[] whole = packed(bytes(RECORD), GZIPOutputStream::new);
        byte[] cut = Arrays.copyOf(whole, whole.length - 8);

        assertThat(pieces("a.jsonl.gz", cut))
                .containsExactly("{\"a\":1}", "{\"a\":2}", "DAMAGED_OBJECT: it is cut off before its compression ends");
    }
}
