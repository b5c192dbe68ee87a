package dev.logmill.jobs.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.pair.FormerEdge;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.pair.Rejection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a trace's rows when later spans change its runs. */
class CurateJobTest {
    private static final String CALL = span("call", "LLM", "above", "");
    private static final String ANSWERED = span("call", "LLM", "above", "shipped");

    @TempDir
    Path folder;

    private TestLake lake;

    @BeforeEach
    void open() {
        lake = new TestLake(folder);
    }

    @Test
    void replacesTheRefusalsOfARunThatALateSpanMakesAnother() throws IOException {
        night("2026-11-01", CALL);
        List<Rejection> before = lake.lake().rows(CurationTables.REJECTIONS);
        night("2026-11-02", span("above", "AGENT", "", ""));
        List<Rejection> after = lake.lake().rows(CurationTables.REJECTIONS);

        assertThat(before).hasSize(1);
        assertThat(after).hasSize(1);
        assertThat(after.get(0).subjectRow()).isNotEqualTo(before.get(0).subjectRow());
    }

    @Test
    void tellsOfWhomManyAnswersAreRefusedAndWhy() throws IOException {
        List<String> lines = new ArrayList<>();
        for (char trace = 'a'; trace <= 'f'; trace++) {
            lines.add(CALL.replace("\"t\"", "\"" + trace + "\""));
        }
        lines.add(ANSWERED.replace("\"t\"", "\"g\""));
        lake.object("2026-11-01/x.jsonl", lines.toArray(String[]::new));

        assertThat(lake.curate("2026-11-01").done().warnings())
                .anyMatch(warning ->
                        warning.matches("agent .*: 6 of 7 answers were refused: 6 no_question \\(table rejections\\)"));

        lake.object("2026-11-02/y.jsonl", CALL.replace("\"t\"", "\"z\""), ANSWERED.replace("\"t\"", "\"y\""));
        assertThat(lake.curate("2026-11-02").done().warnings()).noneMatch(warning -> warning.contains("refused"));
    }

    @Test
    void takesRefusalsAndProvenanceOfATraceBackThatALateSpanLeavesWithoutARun() throws IOException {
        night("2026-11-01", CALL, ANSWERED.replace("\"t\"", "\"u\""), ANSWERED.replace("\"t\"", "\"v\""));
        assertThat(lake.lake().rows(CurationTables.REJECTIONS))
                .extracting(Rejection::traceId)
                .containsExactly("t");
        assertThat(lake.lake().rows(CurationTables.PROVENANCE))
                .extracting(Provenance::traceId)
                .containsExactlyInAnyOrder("u", "v");
        String judge = span("above", "EVALUATOR", "", "");
        night("2026-11-02", judge, judge.replace("\"t\"", "\"u\""));

        assertThat(lake.lake().rows(CurationTables.RUNS)).hasSize(1);
        assertThat(lake.lake().rows(CurationTables.REJECTIONS)).isEmpty();
        assertThat(lake.lake().rows(CurationTables.PROVENANCE))
                .extracting(Provenance::traceId)
                .containsExactly("v");
    }

    @Test
    void countsAPairOfSeveralNightsEachTimeAndKeepsOneRowOfIt() throws IOException {
        night("2026-11-01", ANSWERED, ANSWERED.replace("\"t\"", "\"u\""));
        night("2026-11-02", ANSWERED.replace("\"t\"", "\"v\""));
        night("2026-11-03", ANSWERED.replace("\"t\"", "\"v\""), ANSWERED.replace("\"t\"", "\"w\""));

        assertThat(lake.lake().rows(CurationTables.PAIRS)).hasSize(1);
        assertThat(lake.lake().rows(CurationTables.PROVENANCE))
                .extracting(Provenance::traceId)
                .containsExactlyInAnyOrder("t", "u", "v", "w");
        assertThat(lake.lake().rows(CurationTables.PROVENANCE))
                .extracting(Provenance::pairId)
                .containsOnly(lake.lake().rows(CurationTables.PAIRS).get(0).pairId());
    }

    @Test
    void anEdgeOfATraceThatIsBuiltAgainKnowsWhenItWasFirstThere() throws IOException {
        night("2026-11-01", ANSWERED);
        Provenance first = lake.lake().rows(CurationTables.PROVENANCE).get(0);
        night("2026-11-02", span("above", "AGENT", "", ""), ANSWERED.replace("\"t\"", "\"u\""));

        assertThat(first.firstBatch()).isEqualTo(first.batch());
        assertThat(lake.lake().rows(CurationTables.PROVENANCE))
                .filteredOn(edge -> edge.traceId().equals("t"))
                .singleElement()
                .satisfies(again -> {
                    assertThat(again.runId()).isNotEqualTo(first.runId());
                    assertThat(again.batch()).isGreaterThan(first.batch());
                    assertThat(again.firstBatch()).isEqualTo(first.batch());
                });
        assertThat(lake.lake().rows(CurationTables.PROVENANCE))
                .filteredOn(edge -> edge.traceId().equals("u"))
                .singleElement()
                .satisfies(fresh -> assertThat(fresh.firstBatch()).isEqualTo(fresh.batch()));
    }

    @Test
    void remembersTheEdgesThatATraceHasNoMoreAndNotThoseThatStand() throws IOException {
        night("2026-11-01", ANSWERED, ANSWERED.replace("\"t\"", "\"u\""));
        String tool = span("tool", "TOOL", "call", "").replace("\"t\"", "\"u\"");
        night("2026-11-02", span("above", "AGENT", "", ""), tool);

        assertThat(lake.lake().rows(CurationTables.PROVENANCE))
                .extracting(Provenance::batch)
                .containsOnly(2L);
        assertThat(lake.lake().rows(CurationTables.FORMER_EDGES))
                .extracting(FormerEdge::traceId)
                .containsExactly("t");
    }

    private void night(String asOf, String... records) throws IOException {
        lake.object(asOf + "/spans.jsonl", records);
        lake.curate(asOf);
    }

    private static String span(String id, String kind, String parent, String answer) {
        return "{\"trace\":\"t\",\"span\":\"%s\",\"kind\":\"%s\",\"parent\":\"%s\",\"answer\":\"%s\",\"at\":\"2026-11-01T08:00:00Z\"}"
                .formatted(id, kind, parent, answer);
    }
}
