package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.json.DigestBits;
import dev.logmill.curation.json.DigestSet;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.spark.ByKey;
import dev.logmill.curation.spark.Groups;
import dev.logmill.curation.spark.PartitionRows;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/** Writes one row a pair, and only pairs that no earlier night made. */
final class NewPairs {
    private NewPairs() {}

    /** @param tonight ids of tonight's pairs */
    static List<DataFile> write(Night night, JavaRDD<Judged> judged, DigestSet tonight) {
        Broadcast<DigestSet> known = night.spark().broadcast(known(night, tonight));
        JavaPairRDD<String, Pair> pairs = judged.mapPartitionsToPair(some -> firstOfEach(some, known.value()));
        return night.tables()
                .write(
                        CurationTables.PAIRS,
                        ByKey.group(pairs, Pair.class, Math.max(1, judged.getNumPartitions()), NewPairs::collapsed)
                                .setName("curate: collapse duplicates"));
    }

    private static DigestSet known(Night night, DigestSet tonight) {
        Broadcast<DigestSet> wanted = night.spark().broadcast(tonight);
        return DigestSet.of(night.tables()
                .read(CurationTables.PAIRS, night.state(CurationTables.PAIRS).files(), CurateJob.PairId.class)
                .map(pair -> DigestBits.of(pair.pairId()))
                .filter(id -> wanted.value().holds(id))
                .collect());
    }

    /** One pair an id, so that what is asked a million times crosses the shuffle once a partition. */
    private static Iterator<Tuple2<String, Pair>> firstOfEach(Iterator<Judged> rows, DigestSet known) {
        Set<DigestBits> seen = new HashSet<>();
        return PartitionRows.stream(rows)
                .flatMap(row -> row.pair().stream())
                .filter(pair -> isNew(DigestBits.of(pair.pairId()), known, seen))
                .map(pair -> new Tuple2<>(pair.pairId(), pair))
                .iterator();
    }

    private static boolean isNew(DigestBits pair, DigestSet known, Set<DigestBits> seen) {
        return !known.holds(pair) && seen.add(pair);
    }

    /** The pairs of one id are the same in everything that the id is made of: any stands for all. */
    private static Iterator<Pair> collapsed(Iterator<Groups.Group<Pair>> pairs) {
        return PartitionRows.stream(pairs).map(group -> group.rows().get(0)).iterator();
    }
}
