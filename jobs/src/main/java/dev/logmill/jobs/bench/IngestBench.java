package dev.logmill.jobs.bench;

import com.fasterxml.jackson.core.JsonParser;
import dev.logmill.curation.ingest.IngestConfig;
import dev.logmill.curation.ingest.RecordReader;
import dev.logmill.curation.ingest.SourceConfig;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.ingest.object.RecordSplitter;
import dev.logmill.curation.json.Json;
import dev.logmill.jobs.config.LogmillConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * How fast objects become spans, in MB of text (10^6 bytes, unpacked) a CPU second of one warm thread; beside what any
 * reader has to do at least.
 */
public final class IngestBench {
    private static final int WARM_UPS = 2;

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
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put("unpack", IngestBench::unpack);
        steps.put("unpack, JSON tokens", IngestBench::tokens);
        steps.put("unpack, JSON trees", IngestBench::trees);
        steps.put("ingest: records, split and hashed", this::records);
        steps.put("ingest: spans, redacted", this::spans);
        List<Path> objects = night.rawObjects();
        double megabytes = 0;
        for (Path object : objects) {
            megabytes += unpack(object) / 1e6;
        }
        Map<String, List<Double>> speeds = new LinkedHashMap<>();
        for (int run = -WARM_UPS; run < runs; run++) {
            for (Map.Entry<String, Step> step : steps.entrySet()) {
                double speed = megabytes / seconds(step.getValue(), objects);
                if (run >= 0) {
                    speeds.computeIfAbsent(step.getKey(), none -> new ArrayList<>())
                            .add(speed);
                }
            }
        }
        out.printf(
                "%nReading %.1f MB of text in %d objects, MB a CPU second of one warm thread, %d runs each:%n",
                megabytes, objects.size(), runs);
        Map<String, Spread> figures = new TreeMap<>();
        speeds.forEach((step, measured) -> {
            Spread spread = Spread.of(measured);
            out.printf("  %-60s %s%n", step, spread);
            figures.put(step + ", MB/s", spread);
        });
        return figures;
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

    private static InputStream open(Path object) throws IOException {
        return new GZIPInputStream(Files.newInputStream(object), 1 << 16);
    }

    private static long unpack(Path object) throws IOException {
        try (InputStream in = open(object)) {
            return in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    private static long tokens(Path object) throws IOException {
        long tokens = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(object), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                try (JsonParser parser = Json.MAPPER.createParser(line)) {
                    while (parser.nextToken() != null) {
                        tokens++;
                    }
                } catch (IOException broken) {
                    tokens++;
                }
            }
        }
        return tokens;
    }

    private static long trees(Path object) throws IOException {
        long members = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(object), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                try {
                    members += 1 + Json.MAPPER.readTree(line).size();
                } catch (IOException broken) {
                    members++;
                }
            }
        }
        return members;
    }

    private long records(Path object) throws IOException {
        long records = 0;
        try (InputStream in = Files.newInputStream(object)) {
            Iterator<RawPiece> pieces = pieces(object, in);
            while (pieces.hasNext()) {
                records += 1 + pieces.next().position();
            }
        }
        return records;
    }

    private long spans(Path object) throws IOException {
        SourceConfig source = source(object);
        RecordReader reader =
                new RecordReader(source.dialect(), source.project(), config.redaction(source), BenchNight.DATE, 1);
        long rows = 0;
        try (InputStream in = Files.newInputStream(object)) {
            Iterator<RawPiece> pieces = pieces(object, in);
            while (pieces.hasNext()) {
                for (RawPiece record : reader.records(pieces.next())) {
                    rows += reader.read(record)
                            .fold(read -> read.spans().size() + read.signals().size(), unreadable -> 1);
                }
            }
        }
        return rows;
    }

    private Iterator<RawPiece> pieces(Path object, InputStream in) throws IOException {
        RawObject raw = new RawObject(
                source(object).name(),
                object.toUri().toString(),
                object.getFileName().toString(),
                "",
                Files.size(object),
                Optional.of(BenchNight.DATE));
        IngestConfig ingest = config.ingest();
        return new RecordSplitter(ingest.maxRecordBytes()).pieces(raw, in);
    }

    private SourceConfig source(Path object) {
        String name = night.raw().relativize(object).getName(0).toString();
        return config.sources().stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
