package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.decode.EncodedText;
import java.util.List;

/**
 * An encoded text that is replaced as a whole.
 *
 * @param text the text
 * @param found what was found in it, in order; never empty
 */
record FoundInside(EncodedText text, List<Detection> found) {}
