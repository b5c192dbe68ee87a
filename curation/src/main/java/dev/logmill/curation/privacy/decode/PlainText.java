package dev.logmill.curation.privacy.decode;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.Optional;

/** What bytes say to somebody who reads them as text. */
final class PlainText {
    private PlainText() {}

    /**
     * The text that bytes are in a charset; nothing where they are none, or have controls other than tabs and line breaks.
     *
     * @param cut they are the first of more, so that the last of them may be in the midst of a char
     */
    static Optional<String> of(byte[] bytes, Charset charset, boolean cut) {
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        boolean malformed =
                charset.newDecoder().decode(ByteBuffer.wrap(bytes), chars, !cut).isError();
        String said = chars.flip().toString();
        return !malformed && isPlain(said) ? Optional.of(said) : Optional.empty();
    }

    private static boolean isPlain(String said) {
        for (int i = 0; i < said.length(); i++) {
            char c = said.charAt(i);
            boolean plain = c >= ' ' ? c != 0x7f && c != 0xfffd : c == '\n' || c == '\r' || c == '\t';
            if (!plain) {
                return false;
            }
        }
        return true;
    }
}
