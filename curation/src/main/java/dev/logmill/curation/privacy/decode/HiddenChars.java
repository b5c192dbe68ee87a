package dev.logmill.curation.privacy.decode;

import dev.logmill.curation.privacy.detect.Letters;
import java.util.Optional;

/** Reads the chars of a text that are written otherwise, each as it is meant; see {@link DecodedText}. */
public final class HiddenChars {
    /** Chars that the value of a parameter may have before a plus. */
    private static final int LONGEST_VALUE = 100;

    private final String text;
    private final QuotedPrintable lines;
    private final FormProse prose;
    private String shown = "";

    HiddenChars(String text) {
        this.text = text;
        this.lines = new QuotedPrintable(text);
        this.prose = new FormProse(text);
    }

    /** Whether a text can hold any; most cannot, which is told at the speed of a search for a char. */
    public static boolean mayBeIn(String text) {
        return Hex.isBehind('%', text)
                || Hex.isBehind('=', text)
                || text.contains("=?")
                || text.contains("=\n")
                || text.contains("=\r\n")
                || text.indexOf('\\') >= 0
                || hasSpaceOfQuery(text)
                || CharReference.mayBeIn(text)
                || Lookalikes.mayBeIn(text);
    }

    /** Whether something else than this char may be meant where it stands. */
    static boolean mayHide(char c) {
        return switch (c) {
            case '%', '&', '=', '\\', '+' -> true;
            default -> c >= 0x80;
        };
    }

    /** The index behind what is written here for something else, which {@link #shown} tells; the index itself where nothing is. */
    int read(int at) {
        char c = text.charAt(at);
        return switch (c) {
            case '%' -> octets(at, '%');
            case '&' -> reference(at);
            case '=' -> quoted(at);
            case '\\' -> escape(at);
            case '+' -> isSpaceOfQuery(text, at) || prose.isSpace(at) ? show(" ", at + 1) : at;
            default -> lookalike(at, c);
        };
    }

    /** What was written stands for this; nothing, where it has no width. */
    String shown() {
        return shown;
    }

    private int show(String chars, int end) {
        shown = chars;
        return end;
    }

    private int octets(int at, char mark) {
        Optional<String> read = Hex.utf8(text, at, mark);
        return read.isPresent() ? show(read.get(), at + Hex.length(read.get())) : at;
    }

    private int reference(int at) {
        Optional<CharReference> reference = CharReference.at(text, at);
        return reference.isPresent()
                ? show(reference.get().shown(), reference.get().end())
                : at;
    }

    /** A word of a header of mail, a byte, or the end of a line that goes on in the next one. */
    private int quoted(int at) {
        Optional<MimeWord> word = text.startsWith("=?", at) ? MimeWord.at(text, at) : Optional.empty();
        if (word.isPresent()) {
            return show(word.get().shown(), word.get().end());
        }
        if (!lines.isAt(at)) {
            return at;
        }
        int lineBreak = lines.breakEnd(at + 1);
        return lineBreak > 0 ? show("", lineBreak) : octets(at, '=');
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
            case 'u' -> unit(at, 4);
            case 'x' -> unit(at, 2);
            default -> at;
        };
    }

    private int unit(int at, int digits) {
        int unit = Hex.value(text, at + 2, digits);
        return unit < 0 ? at : show(String.valueOf((char) unit), at + 2 + digits);
    }

    private static boolean hasSpaceOfQuery(String text) {
        int equals = text.indexOf('=');
        for (int at = equals < 0 ? -1 : text.indexOf('+', equals); at >= 0; at = text.indexOf('+', at + 1)) {
            if (isSpaceOfQuery(text, at)) {
                return true;
            }
        }
        return false;
    }

    /** A plus between words of a value in a query, as forms write a space. */
    private static boolean isSpaceOfQuery(String text, int at) {
        if (!Letters.wordBefore(text, at) || !Letters.wordAt(text, at + 1)) {
            return false;
        }
        for (int i = at; i > 0 && at - i < LONGEST_VALUE; i--) {
            char c = text.charAt(i - 1);
            if (c == '=') {
                return i > 1 && Letters.wordBefore(text, i - 1);
            }
            if (!Letters.isWord(c) && "+%.-".indexOf(c) < 0) {
                return false;
            }
        }
        return false;
    }

    private int lookalike(int at, char c) {
        if (Lookalikes.hasNoWidth(c)) {
            return show("", at + 1);
        }
        int size = Character.isHighSurrogate(c) && at + 1 < text.length() ? 2 : 1;
        String looks = Lookalikes.shown(text, at, size);
        return text.startsWith(looks, at) ? at : show(looks, at + size);
    }
}
