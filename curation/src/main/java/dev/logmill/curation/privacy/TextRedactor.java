package dev.logmill.curation.privacy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Replaces identifiers in text by placeholders such as {@code <EMAIL_k3f9q>}.
 *
 * <p>The mark in a placeholder is keyed by the scope (the session, else the trace) and the value. So one value has one
 * placeholder throughout a session, whatever order and night its spans come in and without any state to keep; and two
 * sessions of one person share none.
 */
public final class TextRedactor implements Serializable {
    private static final Comparator<Finding> LONGEST_FIRST = Comparator.comparingInt(
                    (Finding finding) -> finding.start() - finding.end())
            .thenComparingInt(Finding::start);

    private final List<Detector> detectors;
    private final Pseudonyms pseudonyms;

    public TextRedactor(List<Detector> detectors, Pseudonyms pseudonyms) {
        this.detectors = List.copyOf(detectors);
        this.pseudonyms = pseudonyms;
    }

    /** Whether a text can be any other once redacted; most cannot, which is told in one pass. */
    boolean mayFind(Signs signs) throws PrivacyFailure {
        for (Detector detector : detectors) {
            if (may(detector, signs)) {
                return true;
            }
        }
        return false;
    }

    /** The text without identifiers. */
    public String redact(String text, String scope) throws PrivacyFailure {
        return redact(text, "", scope);
    }

    /** The text that stands under a JSON key, without identifiers. */
    public String redact(String text, String label, String scope) throws PrivacyFailure {
        return redact(Scan.of(text), label, scope);
    }

    /** The text without identifiers, with what was found in it. */
    public RedactedText told(String text, String scope) throws PrivacyFailure {
        List<Found> found = found(Scan.of(text), "");
        List<RedactedText.Entity> entities = new ArrayList<>();
        int chars = 0;
        int points = 0;
        for (Found each : found) {
            Finding finding = each.finding();
            points += text.codePointCount(chars, finding.start());
            int start = points;
            points += text.codePointCount(finding.start(), finding.end());
            chars = finding.end();
            entities.add(new RedactedText.Entity(
                    finding.type(),
                    start,
                    points,
                    each.detector().score(),
                    each.detector().getClass().getSimpleName()));
        }
        return new RedactedText(
                replaced(text, found.stream().map(Found::finding).toList(), scope), entities);
    }

    /** The same of a text that was gone over already. */
    String redact(Scan scan, String label, String scope) throws PrivacyFailure {
        return replaced(scan.text(), standing(scan, label), scope);
    }

    private String replaced(String text, List<Finding> findings, String scope) {
        if (findings.isEmpty()) {
            return text;
        }
        StringBuilder redacted = new StringBuilder(text.length());
        int at = 0;
        for (Finding finding : findings) {
            redacted.append(text, at, finding.start()).append(placeholder(finding, scope));
            at = finding.end();
        }
        return redacted.append(text, at, text.length()).toString();
    }

    private String placeholder(Finding finding, String scope) {
        return Placeholder.of(finding.type(), pseudonyms.mark(scope, finding.type(), finding.value()));
    }

    /** What was found, in order; of findings that overlap the longest stands, then that of the earlier detector. */
    List<Finding> standing(String text, String label) throws PrivacyFailure {
        return standing(Scan.of(text), label);
    }

    private List<Finding> standing(Scan scan, String label) throws PrivacyFailure {
        List<Found> found = found(scan, label);
        return found.isEmpty() ? List.of() : found.stream().map(Found::finding).toList();
    }

    /** A finding, and who found it. */
    private record Found(Detector detector, Finding finding) {}

    private List<Found> found(Scan scan, String label) throws PrivacyFailure {
        List<Found> found = new ArrayList<>();
        for (Detector detector : detectors) {
            if (may(detector, scan.signs())) {
                try {
                    detector.find(scan, label, finding -> found.add(new Found(detector, finding)));
                } catch (RuntimeException failed) {
                    throw new PrivacyFailure(detector.getClass().getSimpleName());
                }
            }
        }
        if (found.size() < 2) {
            return found;
        }
        found.sort(Comparator.comparing(Found::finding, LONGEST_FIRST));
        TreeMap<Integer, Found> standing = new TreeMap<>();
        for (Found each : found) {
            // Those that stand do not overlap, so only the last one that begins before the end can be in the way.
            Map.Entry<Integer, Found> nearest =
                    standing.lowerEntry(each.finding().end());
            if (nearest == null
                    || nearest.getValue().finding().end() <= each.finding().start()) {
                standing.put(each.finding().start(), each);
            }
        }
        return List.copyOf(standing.values());
    }

    private static boolean may(Detector detector, Signs signs) throws PrivacyFailure {
        try {
            return detector.mayFind(signs);
        } catch (RuntimeException failed) {
            throw new PrivacyFailure(detector.getClass().getSimpleName());
        }
    }
}
