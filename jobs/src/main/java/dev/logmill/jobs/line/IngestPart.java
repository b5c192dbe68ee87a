package dev.logmill.jobs.line;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.spark.Groups;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one partition of an ingest left: files of four tables, how the records of each object ended, and which rows of
 * the lake a newer version replaces. Rows that are older than the days it was held against are in files of their own.
 */
@DefaultSerializer(JavaSerializer.class)
final class IngestPart implements Serializable {
    private final List<DataFile> spans;
    private final List<DataFile> signals;
    private final List<DataFile> quarantine;
    private final Map<Integer, RecordCounts> counts;
    private final Map<Integer, List<String>> superseded;
    private final Map<Integer, Long> totals;
    private final Map<Integer, Long> skipped;
    private final List<String> met;
    private final VaultPart vault;
    private final LatePart late;

    IngestPart(
            List<DataFile> spans,
            List<DataFile> signals,
            List<DataFile> quarantine,
            Map<Integer, RecordCounts> counts,
            Map<Integer, List<String>> superseded,
            Map<Integer, Long> totals,
            Map<Integer, Long> skipped,
            List<String> met,
            VaultPart vault,
            LatePart late) {
        this.spans = spans;
        this.signals = signals;
        this.quarantine = quarantine;
        this.counts = counts;
        this.superseded = superseded;
        this.totals = totals;
        this.skipped = skipped;
        this.met = met;
        this.vault = vault;
        this.late = late;
    }

    List<DataFile> spans() {
        return spans;
    }

    List<DataFile> signals() {
        return signals;
    }

    List<DataFile> quarantine() {
        return quarantine;
    }

    /** How the records of each object ended, by the object's index. */
    Map<Integer, RecordCounts> counts() {
        return counts;
    }

    /** Keys of spans that are replaced, by the index of the file that holds them. */
    Map<Integer, List<String>> superseded() {
        return superseded;
    }

    /** Records that each object held, counted as they were read, by the object's index. */
    Map<Integer, Long> totals() {
        return totals;
    }

    /** What objects held that is no record of their dialect, by the object's index. */
    Map<Integer, Long> skipped() {
        return skipped;
    }

    /** Keys of records that could not be read in an earlier version of their object, and were read or refused again. */
    List<String> met() {
        return met;
    }

    /** Originals of the rows above. */
    VaultPart vault() {
        return vault;
    }

    /** Rows of days before those that the partition was held against. */
    LatePart late() {
        return late;
    }

    /**
     * Writes a partition: of the rows of one key the newest version stands.
     *
     * @param earlier keys of records that could not be read in earlier versions of tonight's objects
     */
    static IngestPart write(Lake lake, Iterator<Groups.Group<Ingested>> groups, LocalDate earliest, Set<String> earlier)
            throws IOException {
        try (IngestWriting writing = new IngestWriting(lake, earliest, earlier)) {
            while (groups.hasNext()) {
                Groups.Group<Ingested> group = groups.next();
                writing.settle(group.key(), group.rows());
            }
            return writing.finish();
        }
    }
}
