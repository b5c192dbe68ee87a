package dev.logmill.curation.privacy.decode;

import java.util.Optional;

/**
 * What bytes say, and in which form they say it.
 *
 * @param text what they say
 * @param packing what they are compressed by
 * @param charset what the text is written in once they are unpacked
 */
record BytesOfText(String text, Packing packing, WrittenIn charset) {
    /** What bytes say that are compressed so; nothing where they are no text. */
    static Optional<BytesOfText> of(byte[] bytes, Packing packing) {
        Optional<byte[]> plain = packing.unpacked(bytes);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        for (WrittenIn charset : WrittenIn.values()) {
            Optional<String> said = charset.text(plain.get(), false);
            if (said.isPresent()) {
                return Optional.of(new BytesOfText(said.get(), packing, charset));
            }
        }
        return Optional.empty();
    }

    /** Whether bytes begin as text does in any of the charsets. */
    static boolean isBegun(byte[] first) {
        for (WrittenIn charset : WrittenIn.values()) {
            if (charset.text(first, true).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Another text in the same form. */
    byte[] of(String other) {
        return packing.packed(charset.bytes(other));
    }
}
