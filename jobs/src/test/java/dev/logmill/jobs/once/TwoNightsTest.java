package dev.logmill.jobs.once;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.night.Journal;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.table.Column;
import dev.logmill.curation.table.Table;
import dev.logmill.jobs.command.AllTables;
import dev.logmill.jobs.line.JobReport;
import dev.logmill.jobs.line.JobReport.State;
import dev.logmill.orchestration.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A whole line of two nights, looked at from outside: its keys, its plan, and what a change of settings does to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNightsTest {
    private static final Map<String, String> SPARK = Map.of("spark.master", "local[2]");

    private Path folder;
    private SmallLine line;

    @BeforeAll
    void twoNights(@TempDir Path shared) throws IOException {
        folder = shared;
        SmallLogs.write(folder.resolve("raw"), 40);
        line = SmallLine.over(folder.resolve("raw"), folder.resolve("home"), "{}", SPARK);
        line.night(SmallLogs.FIRST);
        line.night(SmallLogs.SECOND);
    }

    private Lake lake() {
        return new Lake(line.config().lake(), line.config().storage());
    }

    @Test
    void everyTablesKeyTellsItsRowsApart() {
        for (Table<?> table : AllTables.LIST) {
            assertThat(keys(table)).as(table.name()).doesNotHaveDuplicates();
        }
    }

    private <R> List<List<Object>> keys(Table<R> table) {
        List<String> names = table.shape().columns().stream().map(Column::name).toList();
        List<List<Object>> keys = new ArrayList<>();
        for (R row : lake().rows(table)) {
            keys.add(table.key().stream()
                    .map(column -> table.shape().value(row, names.indexOf(column)))
                    .toList());
        }
        return keys;
    }

    @Test
    void whatAJobWorksOffThePlanPutsBeforeIt() {
        new Journal(lake()).progress().forEach((job, progress) -> assertThat(Plan.NIGHTLY.before(job))
                .as(job)
                .containsAll(progress.consumed().keySet()));
    }

    @Test
    void otherWeightsLabelEveryPairAnewAndWhatFollowsRuns() throws IOException {
        SmallLine other = changed("labels: {prior-mean: 0.31}\n");
        Lake lake = new Lake(other.config().lake(), other.config().storage());
        // A pair that a rebuilt trace no longer gives stays, and nothing speaks of it any more.
        Set<String> standing = lake.rows(CurationTables.PROVENANCE).stream()
                .map(Provenance::pairId)
                .collect(Collectors.toSet());

        List<JobReport> reports = other.night(SmallLogs.SECOND);

        assertThat(reports)
                .extracting(JobReport::state)
                .containsExactly(
                        State.NOTHING_NEW, State.NOTHING_NEW, State.NOTHING_NEW, State.DONE, State.DONE, State.DONE);
        assertThat(lake.rows(CurationTables.LABELS))
                .filteredOn(label -> label.asOf().equals(SmallLogs.SECOND))
                .extracting(Label::pairId)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(standing);
        assertThat(other.night(SmallLogs.SECOND)).allMatch(report -> report.state() == State.NOTHING_NEW);
        assertThat(other.night(SmallLogs.FIRST)).allMatch(report -> report.state() == State.EARLIER_NIGHT);
    }

    @Test
    void anotherSelectionIsPublishedThoughNothingElseIsNew() throws IOException {
        SmallLine other = changed("spark: {%s: x}\n".formatted("spark.app.id"));
        assertThat(other.night(SmallLogs.SECOND)).allMatch(report -> report.state() == State.NOTHING_NEW);

        List<JobReport> reports = other.withSettings("min-examples: 1", "min-examples: 1\n  max-characters: 2000")
                .night(SmallLogs.SECOND);

        assertThat(reports)
                .extracting(JobReport::state)
                .containsExactly(
                        State.NOTHING_NEW,
                        State.NOTHING_NEW,
                        State.NOTHING_NEW,
                        State.NOTHING_NEW,
                        State.NOTHING_NEW,
                        State.DONE);
    }

    /** The same two nights in a lake of their own, under other settings from now on. */
    private SmallLine changed(String settings) throws IOException {
        Path home = folder.resolve(UUID.randomUUID().toString());
        SmallLine.copy(folder.resolve("home"), home);
        return line.at(home).withSettings("suites:", settings + "suites:");
    }
}
