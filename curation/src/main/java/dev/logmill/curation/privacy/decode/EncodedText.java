package dev.logmill.curation.privacy.decode;

import dev.logmill.curation.privacy.detect.Scan;
import java.util.ArrayList;
import java.util.List;

/** Text that stands in another text in an encoding that nobody reads, and is replaced as a whole. */
public interface EncodedText {
    /** Index of its first char. */
    int start();

    /** Index after its last char. */
    int end();

    /** What it says. */
    String text();

    /** Another text in the same form. */
    String encoded(String other);

    /** All of them in a text, those of an encoding in order. */
    static List<EncodedText> in(Scan scan) {
        List<Base64Text> base64 = Base64Text.in(scan);
        List<Base32Text> base32 = Base32Text.in(scan);
        List<HexText> hex = HexText.in(scan);
        if (base64.isEmpty() && base32.isEmpty() && hex.isEmpty()) {
            return List.of();
        }
        List<EncodedText> all = new ArrayList<>(base64);
        all.addAll(base32);
        all.addAll(hex);
        return all;
    }
}
