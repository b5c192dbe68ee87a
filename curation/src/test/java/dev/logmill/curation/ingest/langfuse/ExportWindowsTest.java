package dev.logmill.curation.ingest.langfuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.ingest.Completeness.Listed;
import dev.logmill.curation.ingest.Completeness.Verdict;
import dev.logmill.curation.ingest.object.RawObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportWindowsTest {
    private static final String RUN = "2026-10-12T02:00:00Z";

    private final TreeMap<String, RawObject> objects = new TreeMap<>();
    private final Set<String> unread = new HashSet<>();
    private final Map<String, String> contents = new HashMap<>();
    private String night = "2026-10-13";
    private String leftOutOfPath = "nothing";

    private static String name(String folder, int hour, String form) {
        return "prj/%s/2026-10-12T%02d-00-00.%s".formatted(folder, hour, form);
    }

    private static String manifest(String begins, String files) {
        return "{\"version\":1,\"window\":{\"minTimestamp\":\"%s\",\"maxTimestamp\":\"\"},\"files\":[%s]}"
                .formatted(begins, files);
    }

    private static String file(String name, long bytes) {
        return "{\"key\":\"exports/%s\",\"sizeBytes\":%d,\"rowCount\":null}".formatted(name, bytes);
    }

    private String read(String name, String content) {
        objects.put(name, new RawObject("app", "/" + name, name, "", content.length(), Optional.empty()));
        contents.put(name, content);
        return name;
    }

    private String unread(String name, String content) {
        unread.add(name);
        return read(name, content);
    }

    private Verdict judge() throws IOException {
        ExportWindows windows = new ExportWindows();
        objects.keySet().removeIf(name -> !windows.concerns(name));
        return windows.judge(new Listed(
                objects,
                unread,
                name -> !name.contains(leftOutOfPath),
                LocalDate.parse(night),
                object -> String.valueOf(contents.get(object.name())).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theNewestRunWaitsForItsManifest() throws IOException {
        read(name("manifests", 1, "json"), manifest("2026-10-12T00:00:00Z", ""));
        unread(name("scores", 1, "parquet"), "late, of a run that is finished");
        String begun = unread(name("observations_v2", 2, "parquet"), "x");
        Verdict verdict = judge();
        assertThat(verdict.waiting()).containsExactly(begun);
        assertThat(verdict.told()).containsExactly("the run of " + RUN + " has no manifest yet: 1 file of it wait");
    }

    @ParameterizedTest
    @CsvSource({"2026-10-12, true", "2026-10-14, true", "2026-10-15, false"})
    void butNotForEver(String asOf, boolean waits) throws IOException {
        night = asOf;
        read(name("manifests", 1, "json"), manifest("2026-10-12T00:00:00Z", ""));
        unread(name("observations_v2", 2, "parquet"), "x");
        assertThat(judge().waiting().isEmpty()).isEqualTo(!waits);
    }

    @Test
    void anExportWithoutManifestsIsReadAsItIs() throws IOException {
        unread(name("observations", 1, "json.gz"), "x");
        unread(name("traces", 2, "json.gz"), "x");
        assertThat(judge()).isEqualTo(Verdict.FINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"version\":1,\"window\":{\"minTim", "[]", "{\"files\":[]}"})
    void aManifestThatIsHalfWrittenFinishesNothing(String content) throws IOException {
        unread(name("manifests", 2, "json"), content);
        String begun = unread(name("observations_v2", 2, "parquet"), "x");
        assertThat(judge().waiting()).containsExactly(begun);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-12T01:00:00.000Z,",
        "2026-10-12T01:00:00.900Z,",
        "2026-10-12T00:59:00.000Z,",
        "2026-10-12T01:30:00.000Z, the export has a gap: nothing from 2026-10-12T01:00:00Z to 2026-10-12T01:30:00Z",
        // A remainder of less than a second that took the place of its whole window.
        "2026-10-12T02:00:00.123Z, the export has a gap: nothing from 2026-10-12T01:00:00Z to 2026-10-12T02:00:00Z",
    })
    void tellsOfWindowsThatDoNotMeet(String begins, String gap) throws IOException {
        read(name("manifests", 1, "json"), manifest("2026-10-12T00:00:00Z", ""));
        String second = unread(name("manifests", 2, "json"), manifest(begins, ""));
        assertThat(judge().told()).isEqualTo(gap == null ? List.of() : List.of(gap));
        assertThat(judge().waiting()).isEmpty();
        unread.remove(second);
        assertThat(judge().told()).as("told by the manifest while it is new").isEmpty();
    }

    @Test
    void tellsOfFilesThatAreNotThereWhileTheyMayStillCome() throws IOException {
        String manifest = unread(
                name("manifests", 2, "json"),
                manifest(
                        "2026-10-12T01:00:00Z",
                        file(name("observations_v2", 2, "parquet"), 5) + "," + file(name("scores", 2, "parquet"), 5)));
        unread(name("scores", 2, "parquet"), "12345");
        Verdict verdict = judge();
        assertThat(verdict.told()).containsExactly("the manifest of " + RUN + " names what is not there: 1 file");
        assertThat(verdict.waiting()).as("what is there is read").containsExactly(manifest);
        night = "2026-10-15";
        assertThat(judge().waiting()).isEmpty();
        assertThat(judge().told()).hasSize(1);
        leftOutOfPath = "observations_v2";
        assertThat(judge()).as("a source whose path leaves the file out").isEqualTo(Verdict.FINE);
    }

    @Test
    void aFileOfWhichOnlyHalfIsThereWaits() throws IOException {
        String half = unread(name("observations_v2", 2, "parquet"), "123");
        String manifest = unread(name("manifests", 2, "json"), manifest("2026-10-12T01:00:00Z", file(half, 5)));
        Verdict verdict = judge();
        assertThat(verdict.waiting()).containsExactlyInAnyOrder(half, manifest);
        assertThat(verdict.told())
                .containsExactly("smaller than the manifest of " + RUN + " says, as if half written: 1 file");
        unread(half, "12345");
        assertThat(judge()).isEqualTo(Verdict.FINE);
    }

    @Test
    void leavesTheLegacyLayoutOutOfARunThatWroteBoth() throws IOException {
        String enriched = unread(name("observations_v2", 2, "jsonl.gz"), "");
        String legacy = unread(name("observations", 2, "jsonl.gz"), "");
        String trace = unread(name("traces", 2, "jsonl.gz"), "");
        unread(name("traces", 1, "jsonl.gz"), "before that");
        unread("other/traces/2026-10-12T02-00-00.jsonl", "of another project");
        Verdict verdict = judge();
        assertThat(verdict.leftOut()).containsExactlyInAnyOrder(legacy, trace);
        assertThat(verdict.told())
                .containsExactly(
                        "left out as observations_v2 says the same and more: 2 files of traces and observations");
        unread.remove(enriched);
        assertThat(judge().told()).as("told once").isEmpty();
        assertThat(judge().leftOut()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.jsonl",
                "prj/trace/t1/e1.json",
                "prj/scores/latest.json",
                "prj/scores/2026-10-12.json",
                "prj/scores/2026-13-12T02-00-00.json",
                "2026-10-12T02-00-00.json",
                "prj/manifests/DEPRECATION_NOTICE.txt"
            })
    void hasNoWordOnOtherObjects(String name) {
        assertThat(new ExportWindows().concerns(name)).isFalse();
    }
}
