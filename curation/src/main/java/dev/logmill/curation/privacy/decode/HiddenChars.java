package dev.logmill.curation.privacy.decode;

import dev.logmill.curation.privacy.detect.Letters;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Reads the chars of a text one after the other, each as it is meant; see {@link DecodedText}. */
public final class HiddenChars {
    private static final int LONGEST_REFERENCE = 10;

    /** Those that identifiers and the text around them hold; all others stay as they are. */
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", "\u00a0"),
            Map.entry("commat", "@"),
            Map.entry("period", "."),
            Map.entry("plus", "+"),
            Map.entry("num", "#"),
            Map.entry("colon", ":"),
            Map.entry("sol", "/"),
            Map.entry("equals", "="),
            Map.entry("percnt", "%"),
            Map.entry("lowbar", "_"),
            Map.entry("hyphen", "-"),
            Map.entry("dash", "-"),
            Map.entry("lpar", "("),
            Map.entry("rpar", ")"),
            Map.entry("shy", ""));

    private final String text;
    private String shown = "";

    /** The line, from its start to its end, that was last asked about, and whether it can be quoted-printable. */
    private int lineStart = -1;

    private int lineEnd = -1;
    private boolean quotedPrintable;

    HiddenChars(String text) {
        this.text = text;
    }

    /** Whether a text can hold any; most cannot, which is told at the speed of a search for a char. */
    public static boolean mayBeIn(String text) {
        return hexBehind(text, '%')
                || hexBehind(text, '=')
                || text.contains("=\n")
                || text.contains("=\r\n")
                || text.indexOf('\\') >= 0
                || hasReference(text)
                || Lookalikes.mayBeIn(text);
    }

    private static boolean hexBehind(String text, char mark) {
        for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
            if (hex(text, at + 1, 2) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasReference(String text) {
        for (int at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
            int end = text.indexOf(';', at);
            if (end < 0) {
                return false;
            }
            if (end - at <= LONGEST_REFERENCE) {
                return true;
            }
        }
        return false;
    }

    /** The index behind what is written here for one char or more; {@link #shown} tells which. */
    int read(int at) {
        char c = text.charAt(at);
        int end =
                switch (c) {
                    case '%' -> percent(at);
                    case '&' -> reference(at);
                    case '=' -> quoted(at);
                    case '\\' -> escape(at);
                    case '+' -> isSpaceOfQuery(at) ? show(" ", at + 1) : at;
                    default -> c < 0x80 ? at : lookalike(at, c);
                };
        return end > at ? end : show(String.valueOf(c), at + 1);
    }

    /** What the chars read last stand for; nothing, where they have no width. */
    String shown() {
        return shown;
    }

    private int show(String chars, int end) {
        shown = chars;
        return end;
    }

    private int percent(int at) {
        return bytes(at, '%');
    }

    /** A char of one byte or more of UTF-8, each of which is a mark and two hex digits; not read if it is none. */
    private int bytes(int at, char mark) {
        int first = byteAt(at, mark);
        if (first < 0) {
            return at;
        }
        int size = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        ByteBuffer read = ByteBuffer.allocate(size);
        for (int i = 0; i < size; i++) {
            int next = byteAt(at + 3 * i, mark);
            if (next < 0) {
                return at;
            }
            read.put((byte) next);
        }
        try {
            // A new decoder reports what is malformed.
            String chars =
                    StandardCharsets.UTF_8.newDecoder().decode(read.flip()).toString();
            return show(chars, at + 3 * size);
        } catch (CharacterCodingException noUtf8) {
            return at;
        }
    }

    private int byteAt(int at, char mark) {
        return at < text.length() && text.charAt(at) == mark ? hex(text, at + 1, 2) : -1;
    }

    private int reference(int at) {
        int end = text.indexOf(';', at);
        if (end < 0 || end - at > LONGEST_REFERENCE || end - at < 3) {
            return at;
        }
        String name = text.substring(at + 1, end);
        Optional<String> chars =
                name.charAt(0) == '#' ? codePoint(name.substring(1)) : Optional.ofNullable(NAMED.get(name));
        return chars.isPresent() ? show(chars.get(), end + 1) : at;
    }

    private static Optional<String> codePoint(String number) {
        boolean hex = number.startsWith("x") || number.startsWith("X");
        String digits = hex ? number.substring(1) : number;
        if (digits.isEmpty() || digits.charAt(0) == '-' || digits.charAt(0) == '+') {
            return Optional.empty();
        }
        try {
            int point = Integer.parseInt(digits, hex ? 16 : 10);
            return Character.isValidCodePoint(point) ? Optional.of(Character.toString(point)) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** A byte, or the end of a line that goes on in the next one. */
    private int quoted(int at) {
        if (!isQuotedPrintable(at)) {
            return at;
        }
        int lineBreak = breakEnd(at + 1);
        return lineBreak > 0 ? show("", lineBreak) : bytes(at, '=');
    }

    /** In quoted-printable every equals sign is one of the encoding, so one that is not shows the line to be plain. */
    private boolean isQuotedPrintable(int at) {
        if (at < lineStart || at > lineEnd) {
            lineStart = text.lastIndexOf('\n', at) + 1;
            int end = text.indexOf('\n', at);
            lineEnd = end < 0 ? text.length() : end;
            quotedPrintable = true;
            for (int i = lineStart; i < lineEnd; i++) {
                if (text.charAt(i) == '=') {
                    quotedPrintable &= isUpperHex(i + 1) || breakEnd(i + 1) > 0;
                }
            }
        }
        return quotedPrintable;
    }

    private boolean isUpperHex(int at) {
        for (int i = at; i < at + 2; i++) {
            if (i >= text.length() || !Letters.isHex(text.charAt(i)) || Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private int breakEnd(int at) {
        return text.startsWith("\n", at) ? at + 1 : text.startsWith("\r\n", at) ? at + 2 : -1;
    }

    private int escape(int at) {
        if (at + 1 >= text.length()) {
            return at;
        }
        return switch (text.charAt(at + 1)) {
            case 'n' -> show("\n", at + 2);
            case 'r' -> show("\r", at + 2);
            case 't' -> show("\t", at + 2);
            case '"', '\\', '/' -> show(text.substring(at + 1, at + 2), at + 2);
            case 'u' -> {
                int unit = hex(text, at + 2, 4);
                yield unit < 0 ? at : show(String.valueOf((char) unit), at + 6);
            }
            case 'x' -> {
                int unit = hex(text, at + 2, 2);
                yield unit < 0 ? at : show(String.valueOf((char) unit), at + 4);
            }
            default -> at;
        };
    }

    /** A plus between words of a value in a query, as forms write a space. */
    private boolean isSpaceOfQuery(int at) {
        if (!Letters.wordBefore(text, at) || !Letters.wordAt(text, at + 1)) {
            return false;
        }
        int i = at;
        while (i > 0 && at - i < 100) {
            char c = text.charAt(i - 1);
            if (c == '=') {
                return i > 1 && Letters.wordBefore(text, i - 1);
            }
            if (!Letters.isWord(c) && "+%.-".indexOf(c) < 0) {
                return false;
            }
            i--;
        }
        return false;
    }

    private int lookalike(int at, char c) {
        if (Lookalikes.hasNoWidth(c)) {
            return show("", at + 1);
        }
        int size = Character.isHighSurrogate(c) && at + 1 < text.length() ? 2 : 1;
        return show(Lookalikes.shown(text, at, size), at + size);
    }

    /** What so many hex digits from here on stand for; -1 where they are none. */
    private static int hex(String text, int from, int digits) {
        if (from + digits > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            if (!Letters.isHex(text.charAt(i))) {
                return -1;
            }
            value = value * 16 + Character.digit(text.charAt(i), 16);
        }
        return value;
    }
}
