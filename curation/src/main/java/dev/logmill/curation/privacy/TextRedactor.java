package dev.logmill.curation.privacy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

    /** The text without identifiers. */
    public String redact(String text, String scope) throws PrivacyFailure {
        List<Finding> findings = standing(text);
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
        return "<%s_%s>".formatted(finding.type(), pseudonyms.mark(scope, finding.type(), finding.value()));
    }

    /** What was found, in order; of findings that overlap the longest stands, then that of the earlier detector. */
    List<Finding> standing(String text) throws PrivacyFailure {
        List<Finding> found = new ArrayList<>();
        for (Detector detector : detectors) {
            try {
                detector.find(text, found::add);
            } catch (RuntimeException failed) {
                throw new PrivacyFailure(detector.getClass().getSimpleName());
            }
        }
        if (found.size() < 2) {
            return found;
        }
        found.sort(LONGEST_FIRST);
        List<Finding> standing = new ArrayList<>();
        for (Finding finding : found) {
            boolean free = standing.stream()
                    .noneMatch(other -> finding.start() < other.end() && other.start() < finding.end());
            if (free) {
                standing.add(finding);
            }
        }
        standing.sort(Comparator.comparingInt(Finding::start));
        return standing;
    }
}
