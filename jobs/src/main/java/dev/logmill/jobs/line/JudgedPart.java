package dev.logmill.jobs.line;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import dev.logmill.curation.CurationTables;
import dev.logmill.curation.agent.AgentState;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.TableWriter;
import dev.logmill.curation.pair.LeakAnchors;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.pair.Rejection;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What one partition of judged runs left: files of two tables, and what its runs say of their agents. */
@DefaultSerializer(JavaSerializer.class)
final class JudgedPart implements Serializable {
    private final List<DataFile> provenance;
    private final List<DataFile> rejections;
    private final List<AgentState> measures;

    private JudgedPart(List<DataFile> provenance, List<DataFile> rejections, List<AgentState> measures) {
        this.provenance = new ArrayList<>(provenance);
        this.rejections = new ArrayList<>(rejections);
        this.measures = new ArrayList<>(measures);
    }

    List<DataFile> provenance() {
        return provenance;
    }

    List<DataFile> rejections() {
        return rejections;
    }

    /** The measures of runs that are new, one an agent version. */
    List<AgentState> measures() {
        return measures;
    }

    /** Writes a partition; {@code groups} names the leak groups of each edge. */
    static JudgedPart write(Lake lake, Iterator<Judged> rows, LeakAnchors groups, EarlierEdges earlier)
            throws IOException {
        try (TableWriter<Provenance> provenance = lake.writer(CurationTables.PROVENANCE);
                TableWriter<Rejection> rejections = lake.writer(CurationTables.REJECTIONS)) {
            List<AgentState> measures = new ArrayList<>();
            while (rows.hasNext()) {
                Judged row = rows.next();
                if (row.provenance().isPresent()) {
                    Provenance edge = row.provenance().get();
                    Provenance grouped = edge.inGroups(groups, row.occurrence());
                    provenance.add(grouped.firstOf(earlier.firstBatch(edge)));
                } else if (row.rejection().isPresent()) {
                    rejections.add(row.rejection().get());
                } else if (!row.rebuilt()) {
                    row.measure().ifPresent(measures::add);
                }
            }
            return new JudgedPart(provenance.finish(), rejections.finish(), AgentMeasures.summed(measures.iterator()));
        }
    }
}
