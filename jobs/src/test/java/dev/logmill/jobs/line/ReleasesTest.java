package dev.logmill.jobs.line;

import static dev.logmill.jobs.line.SampleStandings.NIGHT;
import static dev.logmill.jobs.line.SampleStandings.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.logmill.curation.agent.NarrownessConfig;
import dev.logmill.curation.feedback.LabelConfig;
import dev.logmill.curation.ingest.IngestConfig;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.night.Progress;
import dev.logmill.curation.pair.LeakConfig;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.pair.rule.PairConfig;
import dev.logmill.curation.publish.PublishException;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.eval.run.EvaluateConfig;
import dev.logmill.eval.suite.SuitesConfig;
import dev.logmill.export.ExportTables;
import dev.logmill.export.example.Example;
import dev.logmill.export.release.Member;
import dev.logmill.export.release.Release;
import dev.logmill.export.release.ReleaseRow;
import dev.logmill.jobs.config.LogmillConfig;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
    @TempDir
    Path folder;

    private Lake lake;
    private Map<String, Double> probabilities = Map.of();

    @BeforeEach
    void open() {
        lake = new Lake(folder.resolve("lake").toString(), StorageSettings.defaults());
        lake.create(ExportTables.RELEASES);
        lake.create(ExportTables.RELEASE_ROWS);
    }

    @Test
    void aReleaseIsAVersionWithARowAndARowOfEachExample() {
        String version =
                publish(1, choice(2), selected("a", "g1", Side.TRAIN, 0.7), selected("b", "g2", Side.TEST, 0.7));

        assertThat(lake.rows(ExportTables.RELEASES)).singleElement().satisfies(release -> {
            assertThat(release.version()).isEqualTo(version);
            assertThat(release.train()).isEqualTo(1);
            assertThat(release.test()).isEqualTo(1);
            assertThat(release.parent()).isEmpty();
            assertThat(release.flips()).isZero();
        });
        assertThat(lake.rows(ExportTables.RELEASE_ROWS))
                .extracting(ReleaseRow::version, ReleaseRow::origin, ReleaseRow::split)
                .containsExactlyInAnyOrder(tuple(version, "a", "train"), tuple(version, "b", "test"));
    }

    @Test
    void theNextReleaseCountsTheLabelsThatFlippedThoseOfWithdrawnExamplesToo() {
        String first = publish(
                1,
                choice(3),
                selected("a", "g1", Side.TRAIN, 0.7),
                selected("b", "g2", Side.TRAIN, 0.7),
                selected("c", "g3", Side.TRAIN, 0.7));
        probabilities = Map.of("a", 0.4, "b", 0.2, "c", 0.9);
        publish(2, choice(1), selected("a", "g1", Side.TRAIN, 0.4));

        assertThat(lake.rows(ExportTables.RELEASES))
                .filteredOn(release -> release.batch() == 2)
                .singleElement()
                .satisfies(release -> assertThat(release.flips()).isEqualTo(2))
                .extracting(Release::parent)
                .isEqualTo(Optional.of(first));
    }

    @Test
    void aLeakIsQuarantinedAndNothingIsPublished() {
        assertThatThrownBy(() -> publish(
                        1, choice(2), selected("a", "g1", Side.TRAIN, 0.7), selected("b", "g1", Side.TEST, 0.7)))
                .isInstanceOf(PublishException.class)
                .hasMessageStartingWith("datasets/orders failed 1 checks, the first: leak group g1 is on side ");
        assertThat(folder.resolve("published/datasets")).doesNotExist();
        assertThat(folder.resolve("published/.quarantine")).isNotEmptyDirectory();
        assertThat(lake.rows(ExportTables.RELEASES)).isEmpty();
    }

    private String publish(long batch, Choice choice, Selected... members) {
        Night night = new Night(
                config(),
                new SparkLake(
                        () -> {
                            throw new IllegalStateException("Spark is not asked");
                        },
                        lake),
                NIGHT.plusDays(batch),
                batch,
                new Progress(NIGHT, batch - 1, Map.of()),
                Map.of());
        Releases releases = new Releases(night);
        releases.publish(
                List.of(choice),
                Stream.of(members)
                        .sorted(Comparator.comparing(
                                row -> row.member().orElseThrow().example().exampleId()))
                        .iterator(),
                probabilities);
        return String.valueOf(releases.published().get("datasets/orders"));
    }

    private static Choice choice(long kept) {
        return new Choice(ORDERS, kept, kept, false, Set.of(), new TreeMap<>(), List.of(), List.of(), List.of());
    }

    private static Selected selected(String pair, String group, Side side, double probability) {
        Pair asked = new Pair(
                pair,
                "input of " + pair,
                PairUnit.STEP,
                "orders",
                List.of(Message.of(Role.USER, "Where is " + pair + "?")),
                List.of(),
                Optional.empty(),
                Message.of(Role.ASSISTANT, "Sent."),
                NIGHT,
                1);
        Member member = new Member(Example.of(asked), pair, asked.inputId(), group, List.of(), side, probability);
        return new Selected(
                0,
                pair,
                "orders",
                NIGHT,
                List.of(),
                List.of(),
                group,
                side,
                probability,
                Optional.empty(),
                Optional.of(member));
    }

    private LogmillConfig config() {
        return new LogmillConfig(
                lake.root(),
                folder.resolve("published").toString(),
                List.of(),
                Map.of(),
                IngestConfig.defaults(),
                PairConfig.defaults(),
                LeakConfig.defaults(),
                NarrownessConfig.defaults(),
                LabelConfig.defaults(),
                SuitesConfig.defaults(),
                SampleStandings.config(),
                EvaluateConfig.defaults(),
                Map.of(),
                StorageSettings.defaults(),
                "k",
                "0");
    }
}
