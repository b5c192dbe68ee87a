package dev.logmill.curation.privacy;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.detect.Finding;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Precision and recall on labelled texts; run by name, with their folder in {@code LOGMILL_REAL_DATA}. */
class RealPrivacyCheck {
    private static final Map<String, Double> LEAST_RECALL = Map.ofEntries(
            entry("EMAIL", 0.99),
            entry("CARD", 0.99),
            entry("IBAN", 0.99),
            entry("IP", 0.99),
            entry("NATIONALID", 0.99),
            entry("PHONE", 0.99),
            entry("PERSON", 0.92),
            entry("PLACE", 0.9),
            entry("ORGANIZATION", 0.42),
            entry(Tally.ALL, 0.86));
    private static final Map<String, Double> LEAST_PRECISION = Map.ofEntries(
            entry("EMAIL", 0.99),
            entry("CARD", 0.99),
            entry("IBAN", 0.99),
            entry("IP", 0.99),
            entry("NATIONALID", 0.99),
            entry("PHONE", 0.97),
            entry("PERSON", 0.92),
            entry("PLACE", 0.97),
            entry("ORGANIZATION", 0.95),
            entry(Tally.ALL, 0.95));

    /** Rules were made looking at the templates whose number has another remainder; these are only measured. */
    private static final int MEASURED = 3;

    private static final double MEASURED_PERSON_RECALL = 0.9;
    private static final double MEASURED_RECALL = 0.8;

    /** One that remembers no text yet. */
    private static TextRedactor redactor() {
        return new TextRedactor(
                DetectorKind.all(), new Pseudonyms("a key for checks only".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void findsWhatIsLabelled() throws Exception {
        String folder = System.getenv("LOGMILL_REAL_DATA");
        assertThat(folder)
                .as("LOGMILL_REAL_DATA must name the folder of the real data")
                .isNotBlank();
        List<LabelledText> rows = LabelledText.in(Path.of(folder, "presidio-research", "generated_large.json"));
        Tally all = new Tally();
        // Rows of one template are alike, so what was made for some templates is measured on others.
        Tally measured = new Tally();
        Tally others = new Tally();
        List<String> differences = new ArrayList<>();
        List<List<Finding>> findings = new ArrayList<>();
        TextRedactor warm = redactor();
        for (LabelledText row : rows) {
            warm.standing(row.text(), "");
        }
        TextRedactor redactor = redactor();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        for (LabelledText row : rows) {
            findings.add(redactor.standing(row.text(), ""));
        }
        double seconds = (threads.getCurrentThreadCpuTime() - begun) / 1e9;
        for (int i = 0; i < rows.size(); i++) {
            LabelledText row = rows.get(i);
            all.add(row, findings.get(i));
            boolean held = row.template() % 4 == MEASURED;
            (held ? measured : others).add(row, findings.get(i));
            if (!held) {
                differ(row, findings.get(i), differences);
            }
        }
        if (System.getenv("LOGMILL_REAL_DETAILS") != null) {
            differences.forEach(System.out::println);
        }
        write(findings, seconds);
        System.out.println(others.report("Templates that were looked at"));
        System.out.println(measured.report("Templates that are only measured"));
        System.out.println(all.report("All templates"));
        LEAST_RECALL.forEach((type, least) ->
                assertThat(all.recall(type).rate()).as(type + " recall").isGreaterThanOrEqualTo(least));
        LEAST_PRECISION.forEach((type, least) ->
                assertThat(all.precision(type).rate()).as(type + " precision").isGreaterThanOrEqualTo(least));
        assertThat(measured.recall("PERSON").rate()).isGreaterThanOrEqualTo(MEASURED_PERSON_RECALL);
        assertThat(measured.recall().rate()).isGreaterThanOrEqualTo(MEASURED_RECALL);
    }

    /** What was found, a row a line, and how long a processor took, for who holds it against others. */
    private static void write(List<List<Finding>> findings, double seconds) throws IOException {
        List<String> lines = new ArrayList<>();
        for (List<Finding> found : findings) {
            lines.add(found.stream()
                    .map(each -> "[\"%s\",%d,%d]".formatted(each.type(), each.start(), each.end()))
                    .collect(Collectors.joining(",", "{\"found\":[", "]}")));
        }
        lines.add(String.format(Locale.ROOT, "{\"seconds\":%.3f}", seconds));
        Files.write(Files.createDirectories(Path.of("target", "real")).resolve("privacy.jsonl"), lines);
    }

    /** What was missed or wrong where it may be looked at, for who asks for it by {@code LOGMILL_REAL_DETAILS}. */
    private static void differ(LabelledText row, List<Finding> found, List<String> differences) {
        for (Finding label : row.labels()) {
            boolean hit = found.stream().anyMatch(finding -> Tally.agree(finding, label));
            if (!hit) {
                differences.add("missed %s in template %d: %s".formatted(label.type(), row.template(), label.value()));
            }
        }
        for (Finding finding : found) {
            boolean right = row.labels().stream().anyMatch(label -> Tally.agree(finding, label));
            if (!right) {
                differences.add("wrong %s in template %d: %s"
                        .formatted(
                                finding.type(), row.template(), row.text().substring(finding.start(), finding.end())));
            }
        }
    }
}
