package dev.logmill.jobs.line;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import dev.logmill.curation.CurationTables;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.pair.Rejection;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.export.dataset.SelectionReason;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;

/**
 * What the datasets of a night refuse, which is decided anew each night. It stays where it was decided: the driver gets its
 * counts, and eight bytes a refusal to tell those that stand from those that are new or gone.
 */
final class Refusals {
    private final Night night;
    private final JavaRDD<Rejection> rows;
    private final List<Part> parts;

    private Refusals(Night night, JavaRDD<Rejection> rows, List<Part> parts) {
        this.night = night;
        this.rows = rows;
        this.parts = parts;
    }

    static Refusals of(Night night, JavaRDD<Rejection> rows) {
        List<Part> parts = rows.mapPartitions(some -> List.of(Part.of(some)).iterator())
                .setName("datasets: what is refused")
                .collect();
        return new Refusals(night, rows, parts);
    }

    /** What one partition refuses. */
    @DefaultSerializer(JavaSerializer.class)
    private record Part(TreeMap<String, TreeMap<String, Tally>> tallies, HashSet64 digests) implements Serializable {
        static Part of(Iterator<Rejection> rows) {
            TreeMap<String, TreeMap<String, Tally>> tallies = new TreeMap<>();
            LongStream.Builder digests = LongStream.builder();
            rows.forEachRemaining(row -> {
                tallies.computeIfAbsent(row.stage(), none -> new TreeMap<>())
                        .merge(row.reason(), Tally.of(row.measured()), Tally::plus);
                digests.add(Refused.of(row).digest());
            });
            return new Part(tallies, HashSet64.of(digests.build()));
        }
    }

    /** A rejection without when it was made. */
    record Refused(String stage, String subjectRow, String agent, String reason, String measured) {
        Refused {
            // Agents are measured anew each night: the same gate with another measure is no other refusal.
            if (reason.equals(SelectionReason.NOT_NARROW.id())) {
                measured = measured.split(" ", 2)[0];
            }
        }

        static Refused of(Rejection row) {
            return new Refused(row.stage(), row.subjectRow(), row.agent(), row.reason(), row.measured());
        }

        boolean ofDataset() {
            return stage.startsWith(DatasetsJob.NAME + "/");
        }

        long digest() {
            return HashSet64.hash(String.join("\n", stage, subjectRow, agent, reason, measured));
        }
    }

    /** Counts of one dataset, by reason. */
    SortedMap<String, Tally> of(String dataset) {
        SortedMap<String, Tally> sum = new TreeMap<>();
        for (Part part : parts) {
            Map<String, Tally> tallies = part.tallies().get(DatasetsJob.NAME + "/" + dataset);
            if (tallies != null) {
                tallies.forEach((reason, tally) -> sum.merge(reason, tally, Tally::plus));
            }
        }
        return sum;
    }

    /**
     * Puts them in the place of what was refused before, with those that were decided on the driver. One that stands as it
     * did keeps its row and its night.
     */
    void replace(List<Rejection> more) {
        LongStream.Builder added = LongStream.builder();
        more.forEach(row -> added.add(Refused.of(row).digest()));
        HashSet64 refused = HashSet64.of(
                LongStream.concat(added.build(), parts.stream().flatMapToLong(part -> part.digests().stream())));
        List<DataFile> files = night.state(CurationTables.REJECTIONS).files();
        HashSet64 known = HashSet64.of(night
                .tables()
                .read(CurationTables.REJECTIONS, files, Refused.class)
                .filter(Refused::ofDataset)
                .map(Refused::digest)
                .mapPartitions(some -> List.of(digests(some)).iterator())
                .collect()
                .stream()
                .flatMapToLong(HashSet64::stream));
        SparkLake.Rewrite before = refused.holdsAll(known)
                ? new SparkLake.Rewrite(List.of(), List.of())
                : night.tables()
                        .without(
                                CurationTables.REJECTIONS,
                                files,
                                Refused.class,
                                row -> row.ofDataset() && !refused.mayHold(row.digest()));
        List<DataFile> written = new ArrayList<>(before.added());
        written.addAll(night.tables()
                .write(
                        CurationTables.REJECTIONS,
                        rows.filter(row -> !known.mayHold(Refused.of(row).digest()))));
        written.addAll(night.lake()
                .write(
                        CurationTables.REJECTIONS,
                        more.stream()
                                .filter(row -> !known.mayHold(Refused.of(row).digest()))
                                .iterator()));
        night.lake().commit(CurationTables.REJECTIONS, written, before.removed());
    }

    private static HashSet64 digests(Iterator<Long> some) {
        LongStream.Builder digests = LongStream.builder();
        some.forEachRemaining(digests::add);
        return HashSet64.of(digests.build());
    }
}
