package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.detect.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlainCorpusTest {
    /** Chance check digits: one plain number in a hundred of card length and range is a card. */
    private static final int MOST_PER_MEGABYTE = 3;

    private final TextRedactor redactor = new TextRedactor(
            DetectorKind.all(), new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8)));

    @Test
    void codeIdsPricesAndTimesStayAsTheyAre() throws PrivacyFailure {
        List<String> lines = Arrays.asList(PlainCorpus.of(1_000_000, 7).split("\n", -1));
        Map<String, List<String>> found = new TreeMap<>();
        for (String line : lines) {
            for (Finding finding : redactor.standing(line, "")) {
                found.computeIfAbsent(finding.type(), type -> new ArrayList<>()).add(line);
            }
        }
        String report = found.entrySet().stream()
                .map(type -> type.getKey() + " " + type.getValue().size() + ", as in "
                        + type.getValue().get(0))
                .collect(Collectors.joining("\n"));
        System.out.println("Found in a megabyte that names nobody:\n" + report);
        assertThat(found.values().stream().mapToInt(List::size).sum())
                .as(report)
                .isLessThanOrEqualTo(MOST_PER_MEGABYTE);
    }
}
