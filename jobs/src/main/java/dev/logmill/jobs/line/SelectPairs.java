package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.spark.ByKey;
import dev.logmill.curation.spark.Groups;
import dev.logmill.export.dataset.Candidate;
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
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.PairFunction;
import scala.Tuple2;

/** Puts pairs to the selection of each dataset that takes their agent and their unit. */
final class SelectPairs implements Serializable {
    private final ArrayList<Asked> datasets = new ArrayList<>();
    private final double prior;

    SelectPairs(DatasetsConfig config, List<DatasetSpec> specs, Footing footing) {
        this.prior = config.prior();
        for (DatasetSpec spec : specs) {
            datasets.add(new Asked(
                    new ArrayList<>(spec.agents()), config.unit(spec), new Selection(config, spec, footing.live())));
        }
    }

    private record Asked(ArrayList<String> agents, PairUnit unit, Selection selection) implements Serializable {
        boolean takes(Standings row) {
            return (agents.isEmpty() || agents.contains(row.pair().agent())) && row.isUnit(unit);
        }
    }

    /** What each dataset decides before a text is read. */
    JavaRDD<Selected> byStanding(JavaRDD<Standings> standings) {
        return standings.flatMap(row -> byStanding(row).iterator());
    }

    List<Selected> byStanding(Standings row) {
        Standing standing = new Standing(row.pair().inputId(), row.leakGroup(), row.side());
        Candidate candidate =
                new Candidate(standing, row.label().map(SelectPairs::opinion), row.bindingGate(), row.failed());
        List<Selected> selected = new ArrayList<>();
        for (int dataset = 0; dataset < datasets.size(); dataset++) {
            if (datasets.get(dataset).takes(row)) {
                selected.add(new Selected(
                        dataset,
                        row.pair().pairId(),
                        row.pair().agent(),
                        row.pair().firstNight(),
                        row.subjects(),
                        row.leakGroup(),
                        row.side(),
                        row.label().map(PairFacts.Opinion::probability).orElse(prior),
                        datasets.get(dataset).selection().judge(candidate),
                        Optional.empty()));
            }
        }
        return selected;
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
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(meetings, 0), false)
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
                        row.side(),
                        row.probability()));
    }
}
