package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.spark.ByKey;
import dev.logmill.curation.spark.PartitionRows;
import dev.logmill.curation.spark.SparkLake;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.PairFunction;
import scala.Tuple2;

/** One thing that the lake knows of a pair without its texts: what it is, a time that it was produced, or a label. */
record PairFacts(Optional<Known> pair, Optional<Edge> edge, Optional<Opinion> label) {
    /** A pair's row without its texts. */
    record Known(String pairId, String inputId, PairUnit unit, String agent, LocalDate firstNight) {}

    /** As much of a provenance edge as decides. */
    record Edge(
            String pairId,
            String agent,
            String agentVersion,
            String runId,
            String project,
            boolean alone,
            Optional<String> sessionId,
            Optional<String> subject,
            String leakGroup,
            String inputGroup,
            List<String> historyGroups,
            boolean toolFailed) {
        Edge {
            historyGroups = List.copyOf(historyGroups);
        }

        /** What must be on one side: its run, its session and its person. */
        Stream<String> sources() {
            return Stream.of(
                            Optional.of("run " + runId),
                            sessionId.map(session -> "session %s of %s".formatted(session, project)),
                            subject.map(person -> "subject %s of %s".formatted(person, project)))
                    .flatMap(Optional::stream);
        }
    }

    /** As much of a label as decides. */
    record Opinion(String pairId, LocalDate asOf, double probability, double lower, int signals) {}

    /** Every pair that something still produces, with its latest label and where it stands. */
    static JavaRDD<Standings> standings(Night night, Footing footing) {
        SparkLake tables = night.tables();
        List<DataFile> provenance = night.state(CurationTables.PROVENANCE).files();
        JavaRDD<Edge> edges = tables.read(CurationTables.PROVENANCE, provenance, Edge.class);
        PairFunction<Known, String, PairFacts> ofPair = pair ->
                new Tuple2<>(pair.pairId(), new PairFacts(Optional.of(pair), Optional.empty(), Optional.empty()));
        PairFunction<Edge, String, PairFacts> ofEdge = edge ->
                new Tuple2<>(edge.pairId(), new PairFacts(Optional.empty(), Optional.of(edge), Optional.empty()));
        PairFunction<Opinion, String, PairFacts> ofLabel = label ->
                new Tuple2<>(label.pairId(), new PairFacts(Optional.empty(), Optional.empty(), Optional.of(label)));
        JavaPairRDD<String, PairFacts> facts = tables.read(
                        CurationTables.PAIRS, night.state(CurationTables.PAIRS).files(), Known.class)
                .mapToPair(ofPair)
                .union(edges.mapToPair(ofEdge))
                .union(tables.read(
                                CurationTables.LABELS,
                                night.state(CurationTables.LABELS).files(),
                                Opinion.class)
                        .mapToPair(ofLabel));
        int partitions = Math.max(night.spark().defaultParallelism(), facts.getNumPartitions() / 3);
        return ByKey.group(facts, PairFacts.class, partitions, groups -> PartitionRows.stream(groups)
                .flatMap(group -> standings(group.rows(), footing).stream())
                .iterator());
    }

    private static Optional<Standings> standings(List<PairFacts> facts, Footing footing) {
        List<Edge> edges = facts.stream().flatMap(fact -> fact.edge().stream()).toList();
        if (edges.isEmpty()) {
            return Optional.empty();
        }
        Optional<Opinion> latest =
                facts.stream().flatMap(fact -> fact.label().stream()).max(Comparator.comparing(Opinion::asOf));
        return facts.stream()
                .flatMap(fact -> fact.pair().stream())
                .findFirst()
                .map(pair -> Standings.of(pair, edges, latest, footing));
    }
}
