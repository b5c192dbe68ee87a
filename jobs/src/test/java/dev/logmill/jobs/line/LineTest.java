package dev.logmill.jobs.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.table.Table;
import dev.logmill.jobs.command.AllTables;
import dev.logmill.jobs.erase.EraseJob;
import dev.logmill.orchestration.Plan;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LineTest {
    @Test
    void everyPlannedJobIsWrittenAndComesInThePlansOrder() {
        assertThat(Line.jobs()).extracting(Job::name).isEqualTo(Plan.NIGHTLY.order());
    }

    @Test
    void everyTableButThoseOfEvaluationHasAJobThatWritesIt() {
        Set<Table<?>> written = new HashSet<>();
        Line.jobs().forEach(job -> written.addAll(job.writes()));
        written.addAll(new EraseJob("u1_anybody").writes());
        assertThat(AllTables.LIST.stream().filter(table -> !written.contains(table)))
                .extracting(Table::name)
                .containsExactlyInAnyOrder("trials", "verdicts");
    }
}
