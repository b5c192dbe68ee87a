package dev.logmill.jobs.bench;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.privacy.DetectorKind;
import dev.logmill.curation.privacy.PrivacyFailure;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.privacy.TextRedactor;
import dev.logmill.curation.privacy.detect.Detector;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How fast identifiers are replaced in texts, in MB (10^6 bytes) a CPU second of one warm thread: those that go by form, and all; beside
 * them the patterns of datatrove and of data-juicer, which know mail addresses, IP addresses and links.
 */
public final class RedactionBench {
    private static final double WARM_UP_SECONDS = 6;

    private final Path folder;
    private final Anchors anchors;
    private final int runs;

    public RedactionBench(Path folder, Anchors anchors, int runs) {
        this.folder = folder;
        this.anchors = anchors;
        this.runs = runs;
    }

    /** Measures on texts and prints; gives the figures. */
    public Map<String, Spread> run(List<String> texts, PrintStream out) throws IOException, PrivacyFailure {
        Path file = Files.createDirectories(folder).resolve("texts.jsonl");
        double megabytes = 0;
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (String text : texts) {
                lines.write(TextNode.valueOf(text).toString());
                lines.write('\n');
                megabytes += text.getBytes(StandardCharsets.UTF_8).length / 1e6;
            }
        }
        Map<String, Spread> figures = new LinkedHashMap<>();
        figures.put("by form (structured types, secrets)", speed(texts, megabytes, DetectorKind.ofForm()));
        figures.put("all, names, places and addresses too", speed(texts, megabytes, DetectorKind.all()));
        for (String tool : List.of("datatrove", "data-juicer")) {
            Optional<Spread> speed = anchors.speed(tool, file, folder, runs);
            speed.ifPresent(found -> figures.put(tool, found));
        }
        out.printf(
                "%nRedaction, MB of text a CPU second of one warm thread, %.1f MB, %d runs each:%n", megabytes, runs);
        figures.forEach((what, speed) -> out.printf("  %-40s %s%n", what, speed));
        anchors.missing().forEach(missing -> out.printf("  not measured: %s%n", missing));
        return figures;
    }

    private Spread speed(List<String> texts, double megabytes, List<Detector> detectors) throws PrivacyFailure {
        for (double warm = 0; warm < WARM_UP_SECONDS; ) {
            warm += seconds(detectors, texts);
        }
        List<Double> speeds = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            speeds.add(megabytes / seconds(detectors, texts));
        }
        return Spread.of(speeds);
    }

    private static double seconds(List<Detector> detectors, List<String> texts) throws PrivacyFailure {
        // A new one each time, which remembers nothing of the texts.
        TextRedactor redactor = new TextRedactor(detectors, new Pseudonyms(new byte[32]));
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long chars = 0;
        for (int i = 0; i < texts.size(); i++) {
            chars += redactor.redact(texts.get(i), Integer.toString(i)).length();
        }
        if (chars == 0) {
            throw new IllegalStateException("There was nothing to redact");
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e9;
    }
}
