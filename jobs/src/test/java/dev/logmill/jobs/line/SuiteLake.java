package dev.logmill.jobs.line;

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
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.pair.Split;
import dev.logmill.curation.pair.rule.PairConfig;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.eval.EvalTables;
import dev.logmill.eval.run.EvaluateConfig;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.SuitesConfig;
import dev.logmill.jobs.command.AllTables;
import dev.logmill.jobs.config.LogmillConfig;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A lake whose pairs, edges, labels and splits are written by hand: an agent called faq, one call a run. Curations and
 * scorings are counted alike, one of each a night.
 */
final class SuiteLake {
    static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    static final LeakConfig LEAK = LeakConfig.defaults();
    /** Every failure and all traffic of the test side. */
    private static final SuitesConfig SUITES = new SuitesConfig("s", 1, 1, 0, 200, 2000, 1, 0.5, 0.35, 20, 0.4);

    private final Path folder;
    private final Lake lake;
    private long batch;
    private long consumed;

    SuiteLake(Path folder) {
        this.folder = folder;
        this.lake = new Lake(folder.resolve("lake").toString(), StorageSettings.defaults());
        AllTables.LIST.forEach(lake::create);
    }

    Lake lake() {
        return lake;
    }

    /** The i-th group whose own lot is a side, with its split written. */
    String group(Side side, int i) {
        String anchor = IntStream.iterate(0, n -> n + 1)
                .mapToObj(n -> "group-" + n)
                .filter(name -> LEAK.lot(name) == side)
                .skip(i)
                .findFirst()
                .orElseThrow();
        boolean known = lake.rows(CurationTables.SPLITS).stream()
                .anyMatch(split -> split.anchor().equals(anchor));
        if (!known) {
            lake.append(
                    CurationTables.SPLITS,
                    List.of(new Split(anchor, side, Optional.empty(), "drawn", FIRST, FIRST, 1)));
        }
        return anchor;
    }

    Side side(String group) {
        return lake.rows(CurationTables.SPLITS).stream()
                .filter(split -> split.anchor().equals(group))
                .findFirst()
                .orElseThrow()
                .side();
    }

    /** A question asked in a trace of its own on a night. */
    void asked(int night, String trace, String question, String group) {
        asked(night, trace, question, group, group);
    }

    void asked(int night, String trace, String question, String group, String inputGroup) {
        pair(night, question, Message.of(Role.USER, question));
        lake.append(CurationTables.PROVENANCE, List.of(edge(night, trace, question, group, inputGroup)));
    }

    void pair(int night, String question, Message input) {
        Message answer = Message.of(Role.ASSISTANT, "The answer to " + question);
        boolean known = lake.rows(CurationTables.PAIRS).stream()
                .anyMatch(pair -> pair.pairId().equals(pairId(question)));
        if (!known) {
            lake.append(
                    CurationTables.PAIRS,
                    List.of(new Pair(
                            pairId(question),
                            "input of " + question,
                            PairUnit.STEP,
                            "faq",
                            List.of(input),
                            List.of(),
                            Optional.empty(),
                            answer,
                            FIRST.plusDays(night - 1L),
                            night)));
        }
    }

    static String pairId(String question) {
        return "pair of " + question;
    }

    private static Provenance edge(int night, String trace, String question, String group, String inputGroup) {
        return new Provenance(
                pairId(question),
                "input of " + question,
                "wording",
                PairUnit.STEP,
                "faq",
                "1",
                "run of " + trace,
                "app",
                "shop",
                trace,
                "span of " + trace,
                Optional.empty(),
                0,
                true,
                false,
                Optional.empty(),
                Optional.empty(),
                group,
                inputGroup,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                FIRST.plusDays(night - 1L),
                night,
                night);
    }

    /** Puts other edges in the place of all there are, as a curation does that builds a trace again. */
    void curatedAgain(UnaryOperator<Provenance> again) {
        List<Provenance> edges =
                lake.rows(CurationTables.PROVENANCE).stream().map(again).toList();
        lake.commit(
                CurationTables.PROVENANCE,
                lake.write(CurationTables.PROVENANCE, edges.iterator()),
                lake.state(CurationTables.PROVENANCE).files());
    }

    void labelled(int night, String question, double probability, double lower, int signals) {
        lake.append(
                CurationTables.LABELS,
                List.of(new Label(
                        pairId(question),
                        FIRST.plusDays(night - 1L),
                        "faq",
                        probability,
                        lower,
                        1,
                        signals,
                        signals,
                        1,
                        List.of(),
                        false,
                        Optional.empty(),
                        night)));
    }

    /** Draws what curation and scoring have come to on a night. */
    Done suites(int night) {
        batch++;
        Progress upTo = new Progress(FIRST.plusDays(night - 1L), night, Map.of(), "");
        Night running = new Night(
                config(),
                new SparkLake(() -> SparkApplication.start("test", Map.of("spark.master", "local[2]")), lake),
                FIRST.plusDays(night - 1L),
                batch,
                new Progress(
                        FIRST,
                        batch - 1,
                        Map.of(ScoreJob.NAME, consumed, CurateJob.NAME, consumed),
                        new SuitesJob().settings(config())),
                Map.of(ScoreJob.NAME, upTo, CurateJob.NAME, upTo),
                version -> {});
        consumed = night;
        return new SuitesJob().prepare(running).orElseThrow().run();
    }

    List<Case> cases() {
        return lake.rows(EvalTables.CASES);
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
                LEAK,
                NarrownessConfig.defaults(),
                LabelConfig.defaults(),
                SUITES,
                SampleStandings.config(),
                EvaluateConfig.defaults(),
                Map.of(),
                StorageSettings.defaults(),
                "k",
                "0");
    }
}
