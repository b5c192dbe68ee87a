package dev.logmill.curation.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.logmill.curation.json.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
    private static final ManifestFile ROWS = new ManifestFile("trl/train.jsonl", 16, "ab", Optional.of(2L));
    private static final ManifestFile CARD = new ManifestFile("README.md", 7, "cd", Optional.empty());

    @Test
    void saysWhatAVersionIsMadeOfAndFrom() {
        Manifest manifest = manifest(Map.of("score", 3L, "curate", 1L), List.of(ROWS, CARD));

        assertThat(new String(manifest.bytes(), StandardCharsets.UTF_8)).isEqualTo("""
                {"as_of":"2026-11-01","code":"logmill 0.1.0","config":"c0ffee","counts":{"train":2},\
                "files":[{"bytes":7,"path":"README.md","sha256":"cd"},\
                {"bytes":16,"path":"trl/train.jsonl","rows":2,"sha256":"ab"}],\
                "inputs":{"curate":1,"score":3},"name":"router","parent":"2026-10-31-0123456789ab","product":"datasets"}
                """);
    }

    @Test
    void isReadBackAsItWasWritten() throws IOException {
        Manifest manifest = manifest(Map.of("score", 3L), List.of(ROWS, CARD));

        assertThat(Manifest.read(manifest.bytes())).isEqualTo(manifest);
    }

    @Test
    void namesTheVersionByItsNightAndTheBeginningOfItsDigest() {
        Manifest manifest = manifest(Map.of("score", 3L), List.of(ROWS));
        String digest = Digest.sha256(manifest.bytes());

        assertThat(manifest.digest()).isEqualTo(digest);
        assertThat(manifest.version()).isEqualTo("2026-11-01-" + digest.substring(0, 12));
        assertThat(Manifest.isVersion(manifest.version())).isTrue();
    }

    @Test
    void isTheSameWhateverTheOrderItsPartsCameIn() {
        Map<String, Long> one = new LinkedHashMap<>();
        one.put("b", 2L);
        one.put("a", 1L);
        Map<String, Long> other = new LinkedHashMap<>();
        other.put("a", 1L);
        other.put("b", 2L);

        assertThat(manifest(one, List.of(ROWS, CARD)).version())
                .isEqualTo(manifest(other, List.of(CARD, ROWS)).version());
    }

    @Test
    void holdsTheSameRowsWhereOnlyTheDescriptionDiffers() {
        Manifest manifest = manifest(Map.of(), List.of(ROWS, CARD));
        ManifestFile otherCard = new ManifestFile("README.md", 9, "ef", Optional.empty());
        ManifestFile otherRows = new ManifestFile("trl/train.jsonl", 16, "ef", Optional.of(2L));

        assertThat(manifest.sameRows(manifest(Map.of(), List.of(ROWS, otherCard))))
                .isTrue();
        assertThat(manifest.sameRows(manifest(Map.of(), List.of(otherRows, CARD))))
                .isFalse();
    }

    @Test
    void withoutANightIsNone() {
        assertThatThrownBy(() -> Manifest.read("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessage("The manifest names no night");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01-0123456789ab, true",
        "2026-11-01-0123456789aX, false",
        "2026-11-01-0123456789, false",
        "2026-11-010123456789abc, false",
        "latest, false",
        "my-notes-0-0123456789ab, false"
    })
    void knowsTheNameOfAVersion(String name, boolean version) {
        assertThat(Manifest.isVersion(name)).isEqualTo(version);
    }

    private static Manifest manifest(Map<String, Long> inputs, List<ManifestFile> files) {
        return new Manifest(
                "datasets",
                "router",
                LocalDate.parse("2026-11-01"),
                Optional.of("2026-10-31-0123456789ab"),
                "logmill 0.1.0",
                "c0ffee",
                inputs,
                Map.of("train", 2L),
                files);
    }
}
