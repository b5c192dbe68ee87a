package dev.logmill.jobs.bench;

import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.RecordReader;
import dev.logmill.curation.ingest.SourceConfig;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.ingest.object.RecordSplitter;
import dev.logmill.curation.privacy.Redaction;
import dev.logmill.jobs.config.LogmillConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.apache.commons.lang3.SerializationUtils;

/**
 * How fast the objects of each source become spans, in MB of text (10^6 bytes, unpacked) a CPU second of one warm thread;
 * beside what any reader has to do at least.
 */
public final class IngestBench {
    /** The second compiler has looked at everything by then: at fewer, what is measured is how fast it is compiled. */
    private static final double WARM_UP_SECONDS = 3;

    private final BenchNight night;
    private final LogmillConfig config;
    private final int runs;

    public IngestBench(BenchNight night, LogmillConfig config, int runs) {
        this.night = night;
        this.config = config;
        this.runs = runs;
    }

    /** Works through one object; gives something that depends on all of it, so that none of it is left out. */
    private interface Step {
        long work(Path object) throws IOException;
    }

    /** Measures and prints; gives the figures. */
    public Map<String, Spread> run(PrintStream out) throws IOException {
        Map<String, Spread> figures = new TreeMap<>();
        out.printf("%nReading, MB of text a CPU second of one warm thread, %d runs each:%n", runs);
        for (SourceConfig source : config.sources()) {
            List<Path> objects = night.rawObjects().stream()
                    .filter(object -> object.startsWith(night.raw().resolve(source.name())))
                    .toList();
            long bytes = 0;
            for (Path object : objects) {
                bytes += BareReading.unpack(object);
            }
            out.printf("  source %s, %.1f MB in %d objects:%n", source.name(), bytes / 1e6, objects.size());
            measured(source, objects, bytes / 1e6).forEach((step, spread) -> {
                out.printf("    %-58s %s%n", step, spread);
                figures.put(source.name() + ": " + step + ", MB/s", spread);
            });
        }
        return figures;
    }

    private Map<String, Spread> measured(SourceConfig source, List<Path> objects, double megabytes) throws IOException {
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put("unpack", BareReading::unpack);
        steps.put("unpack, JSON tokens", BareReading::tokens);
        steps.put("unpack, JSON trees", BareReading::trees);
        steps.put("records, split and hashed", object -> pieces(source, object, piece -> 1));
        steps.put("spans, as the dialect reads them", object -> spans(source, object));
        steps.put("spans, redacted, as they are stored", object -> rows(source, object));
        for (Step step : steps.values()) {
            for (double warm = 0; warm < WARM_UP_SECONDS; ) {
                warm += seconds(step, objects);
            }
        }
        Map<String, List<Double>> speeds = new LinkedHashMap<>();
        for (int run = 0; run < runs; run++) {
            for (Map.Entry<String, Step> step : steps.entrySet()) {
                speeds.computeIfAbsent(step.getKey(), none -> new ArrayList<>())
                        .add(megabytes / seconds(step.getValue(), objects));
            }
        }
        Map<String, Spread> spreads = new LinkedHashMap<>();
        speeds.forEach((step, measured) -> spreads.put(step, Spread.of(measured)));
        return spreads;
    }

    private static double seconds(Step step, List<Path> objects) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        long worked = 0;
        for (Path object : objects) {
            worked += step.work(object);
        }
        if (worked == 0) {
            throw new IllegalStateException("There was nothing to work on");
        }
        return (threads.getCurrentThreadCpuTime() - begun) / 1e9;
    }

    private long spans(SourceConfig source, Path object) throws IOException {
        Dialect dialect = source.dialect();
        return pieces(source, object, piece -> piece.fold(record -> spans(dialect, record), broken -> 1L));
    }

    private static long spans(Dialect dialect, RawRecord document) {
        long rows = 0;
        try {
            for (RawRecord record : dialect.records(document)) {
                Reading.Read read = dialect.read(record);
                rows += read.spans().size() + read.signals().size();
            }
        } catch (UnreadableRecord unreadable) {
            rows++;
        }
        return rows;
    }

    private long rows(SourceConfig source, Path object) throws IOException {
        // As Spark hands it to a task: one that remembers nothing of the texts of another run.
        Redaction fresh = SerializationUtils.clone(config.redaction(source));
        RecordReader reader = new RecordReader(source.dialect(), source.project(), fresh, BenchNight.DATE, 1);
        return pieces(source, object, piece -> {
            long rows = 0;
            for (RawPiece record : reader.records(piece)) {
                rows += reader.read(record)
                        .fold(read -> read.spans().size() + read.signals().size(), unreadable -> 1);
            }
            return rows;
        });
    }

    private long pieces(SourceConfig source, Path object, ToLongFunction<RawPiece> work) throws IOException {
        RawObject raw = new RawObject(
                source.name(),
                object.toUri().toString(),
                object.getFileName().toString(),
                "",
                Files.size(object),
                Optional.of(BenchNight.DATE));
        RecordSplitter splitter = new RecordSplitter(config.ingest().maxRecordBytes());
        long worked = 0;
        try (InputStream in = Files.newInputStream(object)) {
            Iterator<RawPiece> pieces = splitter.pieces(raw, in);
            while (pieces.hasNext()) {
                RawPiece piece = pieces.next();
                worked += piece.position() + work.applyAsLong(piece);
            }
        }
        return worked;
    }
}
