package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Finding;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How well what is found agrees with what is labelled: by type, and by char whatever the type. */
final class Tally {
    static final String ALL = "all";

    private final Map<String, int[]> counts = new TreeMap<>();
    private int masked;
    private int labelledChars;
    private int maskedBeyond;
    private int otherChars;

    void add(LabelledText row, List<Finding> found) {
        for (Finding label : row.labels()) {
            count(LabelledText.type(label), 0, found.stream().anyMatch(finding -> agree(finding, label)));
        }
        for (Finding finding : found) {
            count(LabelledText.type(finding), 2, row.labels().stream().anyMatch(label -> agree(finding, label)));
        }
        BitSet labelled = chars(row.labels());
        BitSet covered = chars(found);
        BitSet both = (BitSet) labelled.clone();
        both.and(covered);
        masked += both.cardinality();
        labelledChars += labelled.cardinality();
        maskedBeyond += covered.cardinality() - both.cardinality();
        otherChars += row.text().length() - labelled.cardinality();
    }

    /** Whether two that overlap are of one type. */
    static boolean agree(Finding one, Finding other) {
        return LabelledText.type(one).equals(LabelledText.type(other))
                && one.start() < other.end()
                && other.start() < one.end();
    }

    private static BitSet chars(List<Finding> findings) {
        BitSet chars = new BitSet();
        findings.forEach(finding -> chars.set(finding.start(), finding.end()));
        return chars;
    }

    private void count(String type, int at, boolean hit) {
        for (String counted : List.of(type, ALL)) {
            int[] of = counts.computeIfAbsent(counted, any -> new int[4]);
            of[at] += hit ? 1 : 0;
            of[at + 1]++;
        }
    }

    Ratio recall(String type) {
        int[] of = counts.getOrDefault(type, new int[4]);
        return new Ratio(of[0], of[1]);
    }

    Ratio precision(String type) {
        int[] of = counts.getOrDefault(type, new int[4]);
        return new Ratio(of[2], of[3]);
    }

    Ratio recall() {
        return recall(ALL);
    }

    Ratio precision() {
        return precision(ALL);
    }

    /** Of the chars that are labelled, those that are masked. */
    Ratio masking() {
        return new Ratio(masked, labelledChars);
    }

    String report(String title) {
        StringBuilder report = new StringBuilder(title).append('\n');
        counts.keySet()
                .forEach(type -> report.append(
                        "%-14s recall %-40s precision %s%n".formatted(type, recall(type), precision(type))));
        return report.append("masked chars %s, beyond the labels %s%n"
                        .formatted(masking(), new Ratio(maskedBeyond, otherChars)))
                .toString();
    }
}
