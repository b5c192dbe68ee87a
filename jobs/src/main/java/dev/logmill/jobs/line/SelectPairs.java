package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.spark.ByKey;
import dev.logmill.curation.spark.Groups;
import dev.logmill.curation.spark.PartitionRows;
import dev.logmill.export.dataset.DatasetCandidate;
import dev.logmill.export.dataset.DatasetSpec;
import dev.logmill.export.dataset.DatasetsConfig;
import dev.logmill.export.dataset.Opinion;
import dev.logmill.export.dataset.Refusal;
import dev.logmill.export.dataset.Selection;
import dev.logmill.export.dataset.Standing;
import dev.logmill.export.example.Example;
import dev.logmill.export.release.Member;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.PairFunction;
import scala.Tuple2;

/** Puts pairs to the selection of each dataset that takes their agent and their unit. */
final class SelectPairs implements Serializable {
    private static final ArrayList<Integer> NONE = new ArrayList<>();

    private final ArrayList<Asked> datasets = new ArrayList<>();
    private final ArrayList<Integer> ofAnyAgent = new ArrayList<>();
    private final HashMap<String, ArrayList<Integer>> byAgent = new HashMap<>();
    private final double prior;

    SelectPairs(DatasetsConfig config, List<DatasetSpec> specs, Footing footing) {
        this.prior = config.prior();
        for (DatasetSpec spec : specs) {
            int dataset = datasets.size();
            datasets.add(new Asked(config.unit(spec), new Selection(config, spec, footing.live())));
            if (spec.agents().isEmpty()) {
                ofAnyAgent.add(dataset);
            }
            spec.agents().forEach(agent -> byAgent.computeIfAbsent(agent, none -> new ArrayList<>())
                    .add(dataset));
        }
    }

    private record Asked(PairUnit unit, Selection selection) implements Serializable {}

    /** The datasets that take a pair's agent and unit, in their order. */
    private List<Integer> asked(Standings row) {
        return Stream.concat(
                        ofAnyAgent.stream(), byAgent.getOrDefault(row.pair().agent(), NONE).stream())
                .filter(dataset -> row.isUnit(datasets.get(dataset).unit()))
                .distinct()
                .sorted()
                .toList();
    }

    /** What each dataset decides before a text is read. */
    JavaRDD<Selected> byStanding(JavaRDD<Standings> standings) {
        return standings.flatMap(row -> byStanding(row).iterator());
    }

    List<Selected> byStanding(Standings row) {
        Standing standing = new Standing(row.pair().inputId(), row.leakGroup(), row.side());
        DatasetCandidate candidate =
                new DatasetCandidate(standing, row.label().map(SelectPairs::opinion), row.bindingGate(), row.failed());
        List<Selected> selected = new ArrayList<>();
        for (int dataset : asked(row)) {
            selected.add(new Selected(
                    dataset,
                    row.pair().pairId(),
                    row.pair().agent(),
                    row.pair().firstNight(),
                    row.subjects(),
                    row.sources(),
                    row.leakGroup(),
                    row.side(),
                    probability(row),
                    refusal(row, candidate, datasets.get(dataset).selection()),
                    Optional.empty()));
        }
        return selected;
    }

    /** What is known or expected of a pair. */
    double probability(Standings row) {
        return row.label()
                .filter(label -> label.signals() > 0)
                .map(PairFacts.Opinion::probability)
                .orElse(prior);
    }

    private static Optional<Refusal> refusal(Standings row, DatasetCandidate candidate, Selection selection) {
        return row.allElsewhere().or(() -> selection.judge(candidate));
    }

    private static Opinion opinion(PairFacts.Opinion label) {
        return new Opinion(label.probability(), label.lower(), label.signals());
    }

    /** Reads the texts of the pairs that are not refused yet, and decides. */
    JavaRDD<Selected> byText(Night night, JavaRDD<Selected> selected) {
        JavaRDD<Selected> undecided = selected.filter(row -> row.refusal().isEmpty());
        HashSet64 wanted = new HashSet64(
                undecided.map(row -> ScoreJob.bits(row.pairId())).distinct().collect());
        PairFunction<Pair, String, Meeting> ofPair =
                pair -> new Tuple2<>(pair.pairId(), new Meeting(Optional.of(pair), Optional.empty()));
        PairFunction<Selected, String, Meeting> ofDataset =
                row -> new Tuple2<>(row.pairId(), new Meeting(Optional.empty(), Optional.of(row)));
        JavaPairRDD<String, Meeting> meetings = night.tables()
                .read(
                        CurationTables.PAIRS,
                        night.state(CurationTables.PAIRS).files(),
                        CurateJob.PairId.class,
                        pair -> wanted.mayHold(ScoreJob.bits(pair.pairId())))
                .mapToPair(ofPair)
                .union(undecided.mapToPair(ofDataset));
        int partitions = Math.max(night.spark().defaultParallelism(), meetings.getNumPartitions() / 2);
        return ByKey.group(meetings, Meeting.class, partitions, this::decided);
    }

    /** A pair with its text, or what a dataset thinks of it so far. */
    record Meeting(Optional<Pair> pair, Optional<Selected> selected) {}

    private Iterator<Selected> decided(Iterator<Groups.Group<Meeting>> meetings) {
        return PartitionRows.stream(meetings)
                .flatMap(meeting -> decided(meeting.rows()).stream())
                .iterator();
    }

    private List<Selected> decided(List<Meeting> meeting) {
        Pair pair = meeting.stream()
                .flatMap(row -> row.pair().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A pair with a standing has no row"));
        return meeting.stream()
                .flatMap(row -> row.selected().stream())
                .map(row -> decided(row, pair))
                .toList();
    }

    private Selected decided(Selected row, Pair pair) {
        Optional<Refusal> refusal = datasets.get(row.dataset()).selection().judge(pair);
        return refusal.isPresent()
                ? row.refused(refusal.get())
                : row.as(new Member(
                        Example.of(pair),
                        pair.pairId(),
                        pair.inputId(),
                        row.leakGroup(),
                        row.sources(),
                        row.side(),
                        row.probability()));
    }
}
