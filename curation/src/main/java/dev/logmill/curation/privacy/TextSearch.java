package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.decode.DecodedText;
import dev.logmill.curation.privacy.decode.EncodedText;
import dev.logmill.curation.privacy.decode.HiddenChars;
import dev.logmill.curation.privacy.detect.Detector;
import dev.logmill.curation.privacy.detect.MachineId;
import dev.logmill.curation.privacy.detect.Scan;
import dev.logmill.curation.privacy.detect.Signs;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Has detectors look at texts, each as it stands and as it reads once decoded; what it was shown lately it still knows. */
final class TextSearch implements Serializable {
    /** About eight megabytes a task. */
    private static final long MOST_CHARS = 4_000_000;

    private final Detector[] detectors;
    private final CheckLimit limit;
    private final long remembered;
    private transient @Nullable RecentTexts<Looked> recent;
    private transient @Nullable RecentTexts<Boolean> clean;
    private transient @Nullable RecentTexts<Boolean> hiding;

    TextSearch(List<Detector> detectors, CheckLimit limit) {
        this(detectors, limit, MOST_CHARS);
    }

    /** @param remembered chars of the texts that it still knows at most */
    TextSearch(List<Detector> detectors, CheckLimit limit, long remembered) {
        this.detectors = detectors.toArray(Detector[]::new);
        this.limit = limit;
        this.remembered = remembered;
    }

    /** What the detectors say of a text under a JSON key. */
    Looked look(String text, String label) throws PrivacyFailure {
        RecentTexts<Looked> known = recent();
        Optional<Looked> before = known.of(text, label);
        if (before.isPresent()) {
            return before.get();
        }
        Looked looked = timed(text, label);
        known.keep(text, label, looked);
        return looked;
    }

    private Looked timed(String text, String label) throws PrivacyFailure {
        if (limit.isOpen()) {
            return fresh(text, label);
        }
        limit.begin();
        try {
            Looked looked = fresh(text, label);
            limit.end();
            return looked;
        } finally {
            limit.close();
        }
    }

    private Looked fresh(String text, String label) throws PrivacyFailure {
        Scan scan = Scan.of(text);
        Signs signs = scan.signs();
        List<Detection> found = look(scan, label, UnaryOperator.identity(), List.of());
        List<EncodedText> encoded = EncodedText.in(scan);
        List<DecodedText> views = signs.hidden() ? DecodedText.views(text) : List.of();
        for (DecodedText view : views) {
            Scan shown = Scan.of(view.text());
            found = look(shown, label, each -> new Detection(each.detector(), view.written(each.finding())), found);
            encoded = joined(encoded, view.encoded(shown, text));
        }
        return found.isEmpty() && views.isEmpty() && encoded.isEmpty()
                ? Looked.NOTHING
                : new Looked(found, views, encoded);
    }

    private static List<EncodedText> joined(List<EncodedText> encoded, List<EncodedText> hidden) {
        return hidden.isEmpty()
                ? encoded
                : Stream.concat(encoded.stream(), hidden.stream()).toList();
    }

    /** What was found before, and what is found in a text. */
    private List<Detection> look(Scan scan, String label, UnaryOperator<Detection> place, List<Detection> before)
            throws PrivacyFailure {
        List<Detection> found = before.isEmpty() ? new ArrayList<>(2) : before;
        for (Detector detector : detectors) {
            try {
                if (detector.mayFind(scan.signs())) {
                    detector.find(scan, label, finding -> {
                        if (!MachineId.isCut(scan.text(), finding.start(), finding.end())) {
                            found.add(place.apply(new Detection(detector, finding)));
                        }
                    });
                }
            } catch (RuntimeException failed) {
                throw new PrivacyFailure(detector.name());
            }
            limit.looked(scan.text().length(), detector);
        }
        return found;
    }

    /**
     * Whether a text is JSON that was found to hold nothing.
     *
     * @param reading what it was gone through as
     */
    boolean isClean(String json, String reading) {
        return clean().of(json, reading).isPresent();
    }

    /** Takes note that nothing was found in JSON text. */
    void keepClean(String json, String reading) {
        clean().keep(json, reading, true);
    }

    /** Whether there may be texts within a text that do not show. */
    boolean mayHide(String text) {
        RecentTexts<Boolean> known = hiding();
        Optional<Boolean> before = known.of(text, "");
        if (before.isPresent()) {
            return before.get();
        }
        boolean hides =
                HiddenChars.mayBeIn(text) || !EncodedText.in(Scan.of(text)).isEmpty();
        known.keep(text, "", hides);
        return hides;
    }

    private RecentTexts<Boolean> hiding() {
        RecentTexts<Boolean> known = hiding;
        if (known == null) {
            known = new RecentTexts<>(remembered);
            hiding = known;
        }
        return known;
    }

    private RecentTexts<Looked> recent() {
        RecentTexts<Looked> known = recent;
        if (known == null) {
            known = new RecentTexts<>(remembered);
            recent = known;
        }
        return known;
    }

    private RecentTexts<Boolean> clean() {
        RecentTexts<Boolean> known = clean;
        if (known == null) {
            known = new RecentTexts<>(remembered);
            clean = known;
        }
        return known;
    }
}
