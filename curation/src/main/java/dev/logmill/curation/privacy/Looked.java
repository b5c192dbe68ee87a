package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.decode.DecodedText;
import dev.logmill.curation.privacy.decode.EncodedText;
import java.util.List;

/**
 * What the detectors say of a text, in whatever scope it stands.
 *
 * @param found in the text and in its views, in no order of the text; they may overlap
 * @param views the text as it reads once what hides its chars is undone
 * @param encoded what stands in it as base64 or hex digits
 */
record Looked(List<Detection> found, List<DecodedText> views, List<EncodedText> encoded) {
    /** Of a text in which there is nothing; of nearly all there is. */
    static final Looked NOTHING = new Looked(List.of(), List.of(), List.of());

    /** Whether nothing was found, and nothing stands in it that does not show. */
    boolean isNothing() {
        return found.isEmpty() && views.isEmpty() && encoded.isEmpty();
    }
}
