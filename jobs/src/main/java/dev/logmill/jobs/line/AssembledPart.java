package dev.logmill.jobs.line;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import dev.logmill.curation.CurationTables;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.TableWriter;
import dev.logmill.curation.pair.Rejection;
import dev.logmill.curation.run.Run;
import dev.logmill.curation.run.RunAssembler;
import dev.logmill.curation.run.SpanParts;
import dev.logmill.curation.spark.Groups;
import dev.logmill.curation.trace.Span;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What one partition of traces left: files of the runs, and of the spans that no run may hold yet. */
@DefaultSerializer(JavaSerializer.class)
final class AssembledPart implements Serializable {
    private final List<DataFile> runs;
    private final List<DataFile> rejections;

    private AssembledPart(List<DataFile> runs, List<DataFile> rejections) {
        this.runs = new ArrayList<>(runs);
        this.rejections = new ArrayList<>(rejections);
    }

    List<DataFile> runs() {
        return runs;
    }

    List<DataFile> rejections() {
        return rejections;
    }

    /** Writes a partition. */
    static AssembledPart write(
            Lake lake, Iterator<Groups.Group<Span>> traces, LocalDate night, long batch, AssembleJob.Known known)
            throws IOException {
        try (TableWriter<Run> runs = lake.writer(CurationTables.RUNS);
                TableWriter<Rejection> rejections = lake.writer(CurationTables.REJECTIONS)) {
            while (traces.hasNext()) {
                Groups.Group<Span> trace = traces.next();
                boolean rebuilt = known.built().contains(trace.key());
                List<Span> spans = SpanParts.joined(trace.rows());
                for (Run run : RunAssembler.assemble(spans, batch)) {
                    runs.add(rebuilt ? run.asRebuilt() : run);
                }
                for (Rejection refused : UnstartedSpans.refused(spans, night, batch)) {
                    rejections.add(refused);
                }
            }
            return new AssembledPart(runs.finish(), rejections.finish());
        }
    }
}
