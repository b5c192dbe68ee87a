package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Detector;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How fast texts of real logs are redacted, in MB of UTF-8 (10^6 bytes) a CPU second of one warm thread: by the detectors that go
 * by form alone, and by all. Arguments: the folder of the real data, and the corpora to measure if not all.
 */
final class RedactionSpeed {
    private static final double WARM_UP_SECONDS = 6;
    private static final int RUNS = 5;

    private RedactionSpeed() {}

    public static void main(String[] arguments) throws IOException, PrivacyFailure {
        Pseudonyms pseudonyms = new Pseudonyms("a key for checks only".getBytes(StandardCharsets.UTF_8));
        Map<String, List<Detector>> kinds = new LinkedHashMap<>();
        kinds.put("by form", DetectorKind.ofForm());
        kinds.put("all", DetectorKind.all());
        System.out.println("MB a CPU second, median (least to greatest):");
        for (RealTexts corpus : RealTexts.values()) {
            if (arguments.length > 1 && !List.of(arguments).contains(corpus.name())) {
                continue;
            }
            List<String> texts = corpus.in(Path.of(arguments[0]));
            for (Map.Entry<String, List<Detector>> kind : kinds.entrySet()) {
                // Remembers nothing, as each text is measured again and again.
                TextSearch search = new TextSearch(kind.getValue(), new CheckLimit(CheckLimit.USUAL), 0);
                JsonRedactor redactor = new JsonRedactor(new TextRedactor(search, pseudonyms), pseudonyms);
                List<Double> speeds = speeds(redactor, texts);
                System.out.printf(
                        Locale.ROOT,
                        "  %-8s %-8s %6.1f  (%.1f to %.1f), %.1f MB in %d texts%n",
                        corpus,
                        kind.getKey(),
                        speeds.get(RUNS / 2),
                        speeds.get(0),
                        speeds.get(RUNS - 1),
                        bytes(texts) / 1e6,
                        texts.size());
            }
        }
    }

    /** From the slowest run to the fastest. */
    private static List<Double> speeds(JsonRedactor redactor, List<String> texts) throws PrivacyFailure {
        for (double warm = 0; warm < WARM_UP_SECONDS; ) {
            warm += seconds(redactor, texts);
        }
        List<Double> speeds = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            double seconds = 0;
            long bytes = 0;
            while (seconds < 1) {
                seconds += seconds(redactor, texts);
                bytes += bytes(texts);
            }
            speeds.add(bytes / 1e6 / seconds);
        }
        speeds.sort(Double::compare);
        return speeds;
    }

    private static long bytes(List<String> texts) {
        return texts.stream()
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private static double seconds(JsonRedactor redactor, List<String> texts) throws PrivacyFailure {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        long chars = 0;
        for (String text : texts) {
            chars += redactor.redact(text, "scope").length();
        }
        if (chars == 0) {
            throw new IllegalStateException("There was nothing to redact");
        }
        return (threads.getCurrentThreadCpuTime() - begun) / 1e9;
    }
}
