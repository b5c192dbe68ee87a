package dev.logmill.jobs.line;

import static dev.logmill.jobs.line.SampleStandings.NIGHT;
import static dev.logmill.jobs.line.SampleStandings.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.agent.NarrownessConfig;
import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.feedback.LabelConfig;
import dev.logmill.curation.ingest.IngestConfig;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.night.Progress;
import dev.logmill.curation.pair.LeakConfig;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.pair.Split;
import dev.logmill.curation.pair.rule.PairConfig;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.eval.run.EvaluateConfig;
import dev.logmill.eval.suite.SuitesConfig;
import dev.logmill.export.ExportTables;
import dev.logmill.export.dataset.DatasetSpec;
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
        lake.create(CurationTables.LABELS);
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
    void theNextReleaseCountsTheExamplesThatComeBackWithALabelThatFlipped() {
        publish(1, choice(1), selected("a", "g1", Side.TRAIN, 0.7));
        lake.append(
                CurationTables.LABELS,
                List.of(label("b", 1, 0.4, 0.7), label("b", 2, 0.7, 0.4), label("c", 2, 0.7, 0.6)));
        publish(
                2,
                choice(3),
                selected("a", "g1", Side.TRAIN, 0.7),
                selected("b", "g2", Side.TRAIN, 0.7),
                selected("c", "g3", Side.TRAIN, 0.7));

        assertThat(lake.rows(ExportTables.RELEASES))
                .extracting(Release::batch, Release::flips)
                .containsExactlyInAnyOrder(tuple(1L, 0L), tuple(2L, 1L));
    }

    private static Label label(String pair, long night, double probability, double previous) {
        return new Label(
                pair,
                NIGHT.plusDays(night),
                "orders",
                probability,
                0,
                1,
                1,
                1,
                1,
                List.of("thumb"),
                probability < 0.5 != previous < 0.5,
                Optional.of(previous),
                night);
    }

    @Test
    void aLeakIsQuarantinedAndNothingOfItIsPublished() {
        Releases releases = releases(1);
        releases.publish(
                List.of(choice(2)),
                Stream.of(selected("a", "g1", Side.TRAIN, 0.7), selected("b", "g1", Side.TEST, 0.7))
                        .iterator(),
                probabilities);

        assertThat(releases.failed().get("orders"))
                .startsWith("datasets/orders failed 1 checks, the first: leak group g1 is on side ");
        assertThat(releases.published()).isEmpty();
        assertThat(folder.resolve("published/datasets")).doesNotExist();
        assertThat(folder.resolve("published/.quarantine")).isNotEmptyDirectory();
        assertThat(lake.rows(ExportTables.RELEASES)).isEmpty();
    }

    @Test
    void theDatasetsBesideOneThatFailsItsChecksArePublished() {
        Releases releases = releases(1);
        DatasetSpec others = new DatasetSpec("others", ORDERS.agents(), ORDERS.unit(), ORDERS.targets());
        releases.publish(
                List.of(choice(2), choice(others, 1)),
                Stream.of(
                                selected(0, "a", "g1", Side.TRAIN, 0.7),
                                selected(0, "b", "g1", Side.TEST, 0.7),
                                selected(1, "c", "g2", Side.TRAIN, 0.7))
                        .iterator(),
                probabilities);

        assertThat(releases.failed()).containsOnlyKeys("orders");
        assertThat(releases.published()).containsOnlyKeys("datasets/others");
        assertThat(lake.rows(ExportTables.RELEASES))
                .extracting(Release::dataset)
                .containsExactly("others");
    }

    @Test
    void aVersionThatNoneFollowsIsToldWhereItIsTrainedOnWhatSuitesTestBySinceOrNothingFeedsIt() {
        String version =
                publish(1, choice(2), selected("a", "g1", Side.TRAIN, 0.7), selected("b", "g2", Side.TRAIN, 0.7));
        LeakSides sides = new LeakSides(List.of(split("g1", Side.TRAIN), split("g2", Side.TEST)));
        LeakSides before = new LeakSides(List.of(split("g1", Side.TRAIN), split("g2", Side.TRAIN)));
        Choice tooFew = new Choice(ORDERS, 2, 0, false, Set.of(), new TreeMap<>(), List.of(), List.of(), List.of());
        String tested = "dataset orders: 1 of the 2 rows that its latest version " + version
                + " trains on are on the test side by now; a model of it must not be judged by tonight's suites";

        assertThat(releases(2).leftBehind(List.of(tooFew), sides)).containsExactly(tested);
        assertThat(releases(2).leftBehind(List.of(tooFew), before)).isEmpty();
        assertThat(releases(2).leftBehind(List.of(choice(2)), sides)).isEmpty();
        assertThat(releases(2).leftBehind(List.of(), sides))
                .containsExactly(
                        "dataset orders: nothing is put to it any more, its latest version " + version
                                + " stands as it was published",
                        tested);
    }

    private static Split split(String anchor, Side side) {
        return new Split(anchor, side, Optional.empty(), "drawn", NIGHT, NIGHT, 1);
    }

    private String publish(long batch, Choice choice, Selected... members) {
        Releases releases = releases(batch);
        releases.publish(
                List.of(choice),
                Stream.of(members)
                        .sorted(Comparator.comparing(
                                row -> row.member().orElseThrow().example().exampleId()))
                        .iterator(),
                probabilities);
        return String.valueOf(releases.published().get("datasets/orders"));
    }

    private Releases releases(long batch) {
        return new Releases(new Night(
                config(),
                new SparkLake(
                        () -> {
                            throw new IllegalStateException("Spark is not asked");
                        },
                        lake),
                NIGHT.plusDays(batch),
                batch,
                new Progress(NIGHT, batch - 1, Map.of(), ""),
                Map.of(),
                version -> {}));
    }

    private static Choice choice(long kept) {
        return choice(ORDERS, kept);
    }

    private static Choice choice(DatasetSpec spec, long kept) {
        return new Choice(spec, kept, kept, false, Set.of(), new TreeMap<>(), List.of(), List.of(), List.of());
    }

    private static Selected selected(String pair, String group, Side side, double probability) {
        return selected(0, pair, group, side, probability);
    }

    private static Selected selected(int dataset, String pair, String group, Side side, double probability) {
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
                dataset,
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
                Optional.empty(),
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
