package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.decode.Base64Text;
import dev.logmill.curation.privacy.decode.DecodedText;
import dev.logmill.curation.privacy.decode.HiddenChars;
import dev.logmill.curation.privacy.detect.Detector;
import dev.logmill.curation.privacy.detect.Finding;
import dev.logmill.curation.privacy.detect.Scan;
import dev.logmill.curation.privacy.detect.Signs;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

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

    /** Base64 within base64; text in more layers than that is nobody's accident. */
    private static final int MOST_LAYERS = 3;

    private final List<Detector> detectors;
    private final Pseudonyms pseudonyms;
    private final transient @Nullable SeenValues seen;

    public TextRedactor(List<Detector> detectors, Pseudonyms pseudonyms) {
        this(detectors, pseudonyms, null);
    }

    private TextRedactor(List<Detector> detectors, Pseudonyms pseudonyms, @Nullable SeenValues seen) {
        this.detectors = List.copyOf(detectors);
        this.pseudonyms = pseudonyms;
        this.seen = seen;
    }

    /** The same, which takes note of what it finds. */
    TextRedactor noting(SeenValues values) {
        return new TextRedactor(detectors, pseudonyms, values);
    }

    /** The same, which finds what was noted too. */
    TextRedactor withSeen(SeenValues values) {
        List<Detector> more = new ArrayList<>(detectors);
        more.add(new SeenDetector(values));
        return new TextRedactor(more, pseudonyms);
    }

    /** Whether a text can be any other once redacted; most cannot, which is told in one pass. */
    boolean mayFind(Scan scan) throws PrivacyFailure {
        for (Detector detector : detectors) {
            if (may(detector, scan.signs())) {
                return true;
            }
        }
        return HiddenChars.mayBeIn(scan.text()) || !Base64Text.in(scan.text()).isEmpty();
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
        List<Found> found = found(Scan.of(text), "", 0);
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
                    each.detector().name()));
        }
        return new RedactedText(replaced(text, found, scope), entities);
    }

    /** The same of a text that was gone over already. */
    String redact(Scan scan, String label, String scope) throws PrivacyFailure {
        return replaced(scan.text(), found(scan, label, 0), scope);
    }

    private String replaced(String text, List<Found> found, String scope) throws PrivacyFailure {
        if (found.isEmpty()) {
            return text;
        }
        StringBuilder redacted = new StringBuilder(text.length());
        int at = 0;
        for (Found each : found) {
            redacted.append(text, at, each.finding().start()).append(instead(each, text, scope));
            at = each.finding().end();
        }
        return redacted.append(text, at, text.length()).toString();
    }

    private String instead(Found found, String text, String scope) throws PrivacyFailure {
        Finding finding = found.finding();
        if (seen != null && found.within().isEmpty()) {
            seen.add(finding, text);
        }
        if (found.within().isPresent()) {
            Base64Text encoded = found.within().get();
            return encoded.encoded(redact(encoded.text(), scope));
        }
        String placeholder = Placeholder.of(finding.type(), pseudonyms.mark(scope, finding.type(), finding.value()));
        return WrittenForm.of(text, finding.start(), finding.end()).of(placeholder);
    }

    /** What was found, in order; of findings that overlap the longest stands, then that of the earlier detector. */
    List<Finding> standing(String text, String label) throws PrivacyFailure {
        return found(Scan.of(text), label, 0).stream().map(Found::finding).toList();
    }

    /**
     * A finding, and who found it.
     *
     * @param within the encoded text that it was found in and that is replaced as a whole
     */
    private record Found(Detector detector, Finding finding, Optional<Base64Text> within) {}

    private List<Found> found(Scan scan, String label, int depth) throws PrivacyFailure {
        List<Found> found = new ArrayList<>();
        look(scan, label, (detector, finding) -> found.add(new Found(detector, finding, Optional.empty())));
        for (DecodedText view : DecodedText.views(scan.text())) {
            look(
                    Scan.of(view.text()),
                    label,
                    (detector, finding) -> found.add(new Found(detector, view.written(finding), Optional.empty())));
        }
        if (depth < MOST_LAYERS) {
            for (Base64Text encoded : Base64Text.in(scan.text())) {
                List<Found> inside = found(Scan.of(encoded.text()), label, depth + 1);
                if (!inside.isEmpty()) {
                    Finding first = inside.get(0).finding();
                    Finding whole = new Finding(first.type(), encoded.start(), encoded.end(), first.value());
                    found.add(new Found(inside.get(0).detector(), whole, Optional.of(encoded)));
                }
            }
        }
        return found.size() < 2 ? found : standing(found);
    }

    private void look(Scan scan, String label, BiConsumer<Detector, Finding> sink) throws PrivacyFailure {
        for (Detector detector : detectors) {
            if (may(detector, scan.signs())) {
                try {
                    detector.find(scan, label, finding -> sink.accept(detector, finding));
                } catch (RuntimeException failed) {
                    throw new PrivacyFailure(detector.name());
                }
            }
        }
    }

    private static List<Found> standing(List<Found> found) {
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
            throw new PrivacyFailure(detector.name());
        }
    }
}
