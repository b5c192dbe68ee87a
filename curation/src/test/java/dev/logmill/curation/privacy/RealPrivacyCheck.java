package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.detect.Finding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Precision and recall on labelled texts; run by name, with their folder in {@code LOGMILL_REAL_DATA}. */
class RealPrivacyCheck {
    private static final Map<String, Double> LEAST_RECALL = Map.of(
            "EMAIL",
            0.99,
            "CARD",
            0.99,
            "IBAN",
            0.99,
            "IP",
            0.99,
            "NATIONALID",
            0.99,
            "PHONE",
            0.95,
            "PERSON",
            0.78,
            "PLACE",
            0.86,
            Tally.ALL,
            0.77);
    private static final Map<String, Double> LEAST_PRECISION = Map.of(
            "EMAIL",
            0.97,
            "CARD",
            0.97,
            "IBAN",
            0.97,
            "IP",
            0.97,
            "NATIONALID",
            0.97,
            "PHONE",
            0.85,
            "PERSON",
            0.9,
            "PLACE",
            0.95,
            Tally.ALL,
            0.94);

    private final TextRedactor redactor = new TextRedactor(
            DetectorKind.all(), new Pseudonyms("a key for checks only".getBytes(StandardCharsets.UTF_8)));

    @Test
    void findsWhatIsLabelled() throws Exception {
        String folder = System.getenv("LOGMILL_REAL_DATA");
        assertThat(folder)
                .as("LOGMILL_REAL_DATA must name the folder of the real data")
                .isNotBlank();
        List<LabelledText> rows = LabelledText.in(Path.of(folder, "presidio-research", "generated_large.json"));
        Tally all = new Tally();
        // Rows of one template are alike, so what holds for a half of the templates is looked for in the other one.
        List<Tally> halves = List.of(new Tally(), new Tally());
        List<String> differences = new ArrayList<>();
        for (LabelledText row : rows) {
            List<Finding> found = redactor.standing(row.text(), "");
            all.add(row, found);
            halves.get(row.template() % 2).add(row, found);
            differ(row, found, differences);
        }
        if (System.getenv("LOGMILL_REAL_DETAILS") != null) {
            differences.forEach(System.out::println);
        }
        System.out.println(halves.get(0).report("Templates of even numbers"));
        System.out.println(halves.get(1).report("Templates of odd numbers"));
        System.out.println(all.report("All templates"));
        LEAST_RECALL.forEach((type, least) ->
                assertThat(all.recall(type).rate()).as(type + " recall").isGreaterThanOrEqualTo(least));
        LEAST_PRECISION.forEach((type, least) ->
                assertThat(all.precision(type).rate()).as(type + " precision").isGreaterThanOrEqualTo(least));
    }

    /** What was missed or wrong, for who asks for it by {@code LOGMILL_REAL_DETAILS}. */
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
