package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Precision and recall on labelled texts; run by name, with their folder in {@code LOGMILL_REAL_DATA}. */
class RealPrivacyCheck {
    private static final Map<String, String> TYPES = Map.of(
            "EMAIL_ADDRESS",
            "EMAIL",
            "PHONE_NUMBER",
            "PHONE",
            "CREDIT_CARD",
            "CARD",
            "IBAN_CODE",
            "IBAN",
            "IP_ADDRESS",
            "IP");
    private static final Map<String, Double> LEAST_RECALL =
            Map.of("EMAIL", 0.99, "CARD", 0.99, "IBAN", 0.99, "IP", 0.99, "PHONE", 0.95);

    /** Overlap with a label of the same type counts. */
    private static final class Tally {
        private int labelled;
        private int foundOfThem;
        private int found;
        private int right;
    }

    @Test
    void findsWhatIsLabelled() throws Exception {
        String folder = System.getenv("LOGMILL_REAL_DATA");
        assertThat(folder)
                .as("LOGMILL_REAL_DATA must name the folder of the real data")
                .isNotBlank();
        Path set = Path.of(folder, "presidio-research", "generated_large.json");
        TextRedactor redactor = new TextRedactor(
                DetectorKind.all(), new Pseudonyms("a key for checks only".getBytes(StandardCharsets.UTF_8)));
        Map<String, Tally> tallies = new TreeMap<>();
        for (JsonNode row : Json.parse(Files.readAllBytes(set))) {
            String text = row.path("full_text").textValue();
            List<Finding> labels = labels(row);
            List<Finding> found = redactor.standing(text, "");
            for (Finding label : labels) {
                Tally tally = tallies.computeIfAbsent(label.type(), type -> new Tally());
                tally.labelled++;
                boolean hit = found.stream().anyMatch(finding -> same(finding, label));
                tally.foundOfThem += hit ? 1 : 0;
                if (!hit) {
                    System.out.printf(
                            "missed %s in template %s: %s%n", label.type(), row.path("template_id"), label.value());
                }
            }
            for (Finding finding : found) {
                Tally tally = tallies.computeIfAbsent(finding.type(), type -> new Tally());
                tally.found++;
                boolean right = labels.stream().anyMatch(label -> same(finding, label));
                tally.right += right ? 1 : 0;
                if (!right) {
                    System.out.printf(
                            "wrong %s in template %s: %s%n", finding.type(), row.path("template_id"), finding.value());
                }
            }
        }
        tallies.forEach((type, tally) -> System.out.printf(
                "%-6s recall %.3f (%d of %d), precision %.3f (%d of %d)%n",
                type,
                (double) tally.foundOfThem / tally.labelled,
                tally.foundOfThem,
                tally.labelled,
                (double) tally.right / tally.found,
                tally.right,
                tally.found));
        assertThat(tallies.keySet()).containsAll(LEAST_RECALL.keySet());
        LEAST_RECALL.forEach((type, least) -> {
            Tally tally = tallies.get(type);
            assertThat((double) tally.foundOfThem / tally.labelled).as(type).isGreaterThanOrEqualTo(least);
        });
    }

    private static boolean same(Finding one, Finding other) {
        return one.type().equals(other.type()) && one.start() < other.end() && other.start() < one.end();
    }

    private static List<Finding> labels(JsonNode row) {
        List<Finding> labels = new ArrayList<>();
        for (JsonNode span : row.path("spans")) {
            String type = TYPES.get(span.path("entity_type").textValue());
            if (type != null) {
                labels.add(new Finding(
                        type,
                        span.path("start_position").intValue(),
                        span.path("end_position").intValue(),
                        span.path("entity_value").textValue()));
            }
        }
        return labels;
    }
}
