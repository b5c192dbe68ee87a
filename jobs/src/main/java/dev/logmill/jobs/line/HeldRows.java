package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.TableState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import scala.Tuple2;

/** Rows that the lake already holds and that tonight's may be the same as, by key alone. */
final class HeldRows {
    private HeldRows() {}

    /** Of the days from the earliest on that tonight's objects may speak of. */
    static JavaPairRDD<String, Ingested> known(Night night, LocalDate earliest) {
        JavaPairRDD<String, Ingested> known = night.tables()
                .readNumbered(CurationTables.SPANS, spans(night, earliest), SpanKey.class)
                .mapToPair(row -> new Tuple2<>(
                        row._2().key(),
                        Ingested.known(row._1(), row._2().versionAt(), row._2().recordDigest())));
        List<DataFile> signals = from(night.state(CurationTables.SIGNALS), earliest);
        return known.union(night.tables()
                .read(CurationTables.SIGNALS, signals, SignalKey.class)
                .mapToPair(key -> new Tuple2<>(key.key(), held())));
    }

    /**
     * Records that could not be read before and are not read again. They tell no day, so all are looked through: they are
     * few.
     *
     * @param readAgain readings whose records are read anew tonight
     * @param earlier keys of those whose objects are read anew tonight
     */
    static JavaPairRDD<String, Ingested> refused(
            Night night, Collection<Unread.Reading> readAgain, Collection<String> earlier) {
        HashSet<Unread.Reading> again = new HashSet<>(readAgain);
        HashSet<String> anew = new HashSet<>(earlier);
        List<DataFile> files = night.state(CurationTables.QUARANTINE).files();
        return night.tables()
                .read(CurationTables.QUARANTINE, files, Unread.Refused.class)
                .filter(row -> !again.contains(row.reading())
                        && !anew.contains(row.key().key()))
                .mapToPair(row -> new Tuple2<>(row.key().key(), held()));
    }

    private static Ingested held() {
        return Ingested.known(-1, Instant.EPOCH, "");
    }

    /** The files of spans that {@link #known} numbers, in order. */
    static List<DataFile> spans(Night night, LocalDate earliest) {
        return from(night.state(CurationTables.SPANS), earliest);
    }

    private static List<DataFile> from(TableState<?> state, LocalDate earliest) {
        long from = earliest.equals(LocalDate.MIN) ? Long.MIN_VALUE : earliest.toEpochDay();
        return state.files().stream()
                .filter(file -> file.mayHold("day", from, Long.MAX_VALUE))
                .toList();
    }
}
