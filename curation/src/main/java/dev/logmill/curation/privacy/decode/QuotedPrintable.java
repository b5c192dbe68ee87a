package dev.logmill.curation.privacy.decode;

import dev.logmill.curation.privacy.detect.Letters;

/** Which equals signs of a text are those of quoted-printable (RFC 2045, section 6.7), line by line. */
final class QuotedPrintable {
    private final String text;

    /** The line, from its start to its end, that was last asked about, and whether it can be quoted-printable. */
    private int lineStart = -1;

    private int lineEnd = -1;
    private boolean encoded;

    QuotedPrintable(String text) {
        this.text = text;
    }

    /** In quoted-printable every equals sign is one of the encoding, so one that is not shows the line to be plain. */
    boolean isAt(int at) {
        if (at < lineStart || at > lineEnd) {
            lineStart = text.lastIndexOf('\n', at) + 1;
            int end = text.indexOf('\n', at);
            lineEnd = end < 0 ? text.length() : end;
            encoded = true;
            for (int i = text.indexOf('=', lineStart); i >= 0 && i < lineEnd; i = text.indexOf('=', i + 1)) {
                encoded &= isUpperHex(i + 1) || breakEnd(i + 1) > 0;
            }
        }
        return encoded;
    }

    private boolean isUpperHex(int at) {
        for (int i = at; i < at + 2; i++) {
            if (i >= text.length() || !Letters.isHex(text.charAt(i)) || Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Behind the end of a line here; -1 where the line goes on. */
    int breakEnd(int at) {
        return text.startsWith("\n", at) ? at + 1 : text.startsWith("\r\n", at) ? at + 2 : -1;
    }
}
