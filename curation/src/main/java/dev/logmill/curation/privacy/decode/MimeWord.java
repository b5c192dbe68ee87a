package dev.logmill.curation.privacy.decode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.Optional;

/**
 * A word of a header of mail in chars that headers cannot have, as {@code =?UTF-8?Q?J=C3=BCrgen?=} (RFC 2047, section 2).
 *
 * @param shown what it says
 * @param end index behind its last char
 */
record MimeWord(String shown, int end) {
    /** Longer than the 75 chars that are allowed, since some programs do not fold. */
    private static final int LONGEST = 400;

    /** The one that begins here; none where a part of it is missing or cannot be read. */
    static Optional<MimeWord> at(String text, int start) {
        String word = text.substring(start, Math.min(text.length(), start + LONGEST));
        int charset = word.indexOf('?', 2);
        int close = charset < 0 ? -1 : word.indexOf("?=", charset + 3);
        if (close < 0 || word.charAt(charset + 2) != '?') {
            return Optional.empty();
        }
        String written = word.substring(charset + 3, close);
        try {
            Charset chars = Charset.forName(word.substring(2, charset));
            return switch (word.charAt(charset + 1)) {
                case 'Q', 'q' -> Optional.of(new MimeWord(quoted(written, chars), start + close + 2));
                case 'B', 'b' ->
                    Optional.of(
                            new MimeWord(new String(Base64.getDecoder().decode(written), chars), start + close + 2));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            // Neither base64 nor the name of a charset: both are told so.
            return Optional.empty();
        }
    }

    /** An underscore is a space, and two hex digits behind an equals sign a byte. */
    private static String quoted(String written, Charset chars) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(written.length());
        int i = 0;
        while (i < written.length()) {
            char c = written.charAt(i);
            int octet = c == '=' ? Hex.value(written, i + 1, 2) : -1;
            bytes.write(octet >= 0 ? octet : c == '_' ? ' ' : c);
            i += octet >= 0 ? 3 : 1;
        }
        return bytes.toString(chars);
    }
}
