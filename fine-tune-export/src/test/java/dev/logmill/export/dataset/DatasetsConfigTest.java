package dev.logmill.export.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.pair.PairUnit;
import dev.logmill.export.target.TargetFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatasetsConfigTest {
    @Test
    void theDefaultsHaveNoProblem() {
        assertThat(DatasetsConfig.defaults().problems("datasets.")).isEmpty();
    }

    @Test
    void namesEveryProblemWithItsKeyAndWhatWouldBeRight() {
        DatasetsConfig wrong = new DatasetsConfig(
                List.of(set("Orders!"), set("orders"), set("orders")),
                PairUnit.STEP,
                List.of(),
                true,
                1.5,
                -0.1,
                Unlabelled.KEEP,
                Double.NaN,
                true,
                0,
                0,
                0,
                "MIT\nx: y");

        assertThat(wrong.problems("datasets."))
                .containsExactly(
                        "datasets.min-probability must be in [0, 1], was 1.5",
                        "datasets.min-lower must be in [0, 1], was -0.1",
                        "datasets.prior must be in [0, 1], was NaN",
                        "datasets.max-per-subject must be at least 1, was 0",
                        "datasets.max-characters must be at least 1, was 0",
                        "datasets.min-examples must be at least 1, was 0",
                        "datasets.targets must name at least one of openai, trl",
                        "datasets.license must be a license's short name of letters, digits, '.' and '-', was 'MIT\nx: y'",
                        "datasets.sets[0].name must be 1 to 64 of a-z, 0-9 and '-', was 'Orders!'",
                        "datasets.sets[2].name is taken: 'orders'");
    }

    @Test
    void withoutSetsEachAgentHasADatasetInAFolderThatIsSafe() {
        List<DatasetSpec> sets = DatasetsConfig.defaults().sets(List.of("writer", "../Orders", "writer"));

        assertThat(sets).hasSize(2);
        assertThat(sets.get(0).name()).startsWith("orders-");
        assertThat(sets.get(0).takes("../Orders")).isTrue();
        assertThat(sets.get(0).takes("writer")).isFalse();
        assertThat(sets.get(1).name()).isEqualTo("writer");
    }

    @Test
    void aSetGoesBeforeWhatHoldsForAll() {
        DatasetsConfig config = DatasetsConfig.defaults();
        DatasetSpec own = new DatasetSpec(
                "jobs", List.of(), Optional.of(PairUnit.JOB), List.of(TargetFormat.TRL, TargetFormat.TRL));

        assertThat(config.unit(own)).isEqualTo(PairUnit.JOB);
        assertThat(config.targets(own)).containsExactly(TargetFormat.TRL);
        assertThat(own.takes("whoever")).isTrue();
        assertThat(config.unit(set("all"))).isEqualTo(PairUnit.STEP);
        assertThat(config.targets(set("all"))).containsExactly(TargetFormat.OPENAI, TargetFormat.TRL);
    }

    private static DatasetSpec set(String name) {
        return new DatasetSpec(name, List.of(), Optional.empty(), List.of());
    }
}
