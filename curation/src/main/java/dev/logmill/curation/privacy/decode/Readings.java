package dev.logmill.curation.privacy.decode;

import dev.logmill.curation.privacy.detect.Scan;
import java.util.function.Consumer;

/**
 * All that a text says to somebody who undoes what hides it: as it reads decoded, what stands encoded in it, and what these say in
 * turn. Redaction looks at the same and no deeper, so that whoever looks through what it left sees whatever it could see.
 */
public final class Readings {
    /** One more than redaction goes into. */
    private static final int MOST_LAYERS = 4;

    private Readings() {}

    /** Tells each reading of a text that is not the text itself; one of them may be told more than once. */
    public static void tell(String text, Consumer<String> sink) {
        tell(text, sink, MOST_LAYERS);
    }

    private static void tell(String text, Consumer<String> sink, int layers) {
        inside(text, sink, layers);
        for (DecodedText view : DecodedText.views(text)) {
            sink.accept(view.text());
            inside(view.text(), sink, layers);
        }
    }

    private static void inside(String text, Consumer<String> sink, int layers) {
        if (layers > 0) {
            for (EncodedText encoded : EncodedText.in(Scan.of(text))) {
                sink.accept(encoded.text());
                tell(encoded.text(), sink, layers - 1);
            }
        }
    }
}
