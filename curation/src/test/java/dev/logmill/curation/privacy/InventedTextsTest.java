package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.detect.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much is found in texts of many kinds that were made up for it, and that nothing is found in lines near to them. */
class InventedTextsTest {
    private static final double LEAST_RECALL = 0.96;
    private static final double LEAST_PRECISION = 0.97;
    private static final double LEAST_MASKED = 0.95;

    private final TextRedactor redactor = new TextRedactor(
            DetectorKind.all(), new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8)));

    @Test
    void findsWhatIsLabelled() throws Exception {
        Tally tally = tally();
        System.out.println(tally.report("Invented texts"));
        assertThat(tally.recall().rate()).isGreaterThanOrEqualTo(LEAST_RECALL);
        assertThat(tally.precision().rate()).isGreaterThanOrEqualTo(LEAST_PRECISION);
        assertThat(tally.masking().rate()).isGreaterThanOrEqualTo(LEAST_MASKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACCOUNT",
                "CARD",
                "CRYPTO",
                "DEVICE",
                "EMAIL",
                "IBAN",
                "IP",
                "MAC",
                "PHONE",
                "PLATE",
                "USERNAME",
                "VEHICLE"
            })
    void findsAllWhoseFormOrNameTellsIt(String type) throws Exception {
        Ratio recall = tally().recall(type);
        assertThat(recall.of()).isPositive();
        assertThat(recall.rate()).isEqualTo(1);
    }

    /** What context or form tells without a doubt: each label of each line, and nothing beside them. */
    @Test
    void findsEachLabelWhereContextTellsIt() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String line : lines("told.txt")) {
            LabelledText row = labelled(line.replace("\\n", "\n"));
            List<Finding> found = told(row.text());
            row.labels().stream()
                    .filter(label -> !isFound(label, found))
                    .forEach(label -> wrong.add("missed " + label));
            found.stream()
                    .filter(finding -> row.labels().stream().noneMatch(label -> common(label, finding) > 0))
                    .forEach(finding -> wrong.add("found " + finding + " in " + line));
        }
        assertThat(wrong).isEmpty();
    }

    /** What {@code redact --json} says of a text. */
    private List<Finding> told(String text) throws Exception {
        return redactor.told(text, "").entities().stream()
                .map(entity -> {
                    int start = text.offsetByCodePoints(0, entity.start());
                    int end = text.offsetByCodePoints(0, entity.end());
                    return new Finding(entity.type(), start, end, text.substring(start, end));
                })
                .toList();
    }

    /** Whether something of its type covers more than half of a label. */
    private static boolean isFound(Finding label, List<Finding> found) {
        String type = LabelledText.type(label);
        return found.stream()
                .anyMatch(finding -> LabelledText.type(finding).equals(type)
                        && 2 * common(label, finding) > label.end() - label.start());
    }

    private static int common(Finding one, Finding other) {
        return Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
    }

    private Tally tally() throws Exception {
        Tally tally = new Tally();
        for (String line : lines("labelled.txt")) {
            LabelledText row = labelled(line.replace("\\n", "\n"));
            tally.add(row, redactor.standing(row.text(), ""));
        }
        return tally;
    }

    @Test
    void findsNothingInLinesThatNameNobody() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String line : lines("clean.txt")) {
            redactor.standing(line.replace("\\n", "\n"), "").forEach(found -> wrong.add(found.type() + " in " + line));
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(InventedTextsTest.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .toList();
        }
    }

    /** [[TYPE|value]] in a text. */
    private static LabelledText labelled(String line) {
        StringBuilder text = new StringBuilder();
        List<Finding> labels = new ArrayList<>();
        int at = 0;
        for (int open = line.indexOf("[["); open >= 0; open = line.indexOf("[[", at)) {
            int bar = line.indexOf('|', open);
            int close = line.indexOf("]]", bar);
            text.append(line, at, open);
            String value = line.substring(bar + 1, close);
            String type = line.substring(open + 2, bar);
            labels.add(new Finding(type, text.length(), text.length() + value.length(), value));
            text.append(value);
            at = close + 2;
        }
        return new LabelledText(0, text.append(line, at, line.length()).toString(), labels);
    }
}
