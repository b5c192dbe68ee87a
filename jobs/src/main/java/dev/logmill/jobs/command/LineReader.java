package dev.logmill.jobs.command;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Lines of text, each with the break that ends it, so that they can be written as they came. */
final class LineReader {
    private static final int CHARS = 1 << 16;

    private final Reader in;
    private final char[] chars = new char[CHARS];
    private int at;
    private int end;

    /**
     * One line.
     *
     * @param text without its end
     * @param end the break behind it, of one system or another; empty where the text ends without
     */
    record Line(String text, String end) {}

    LineReader(Reader in) {
        this.in = in;
    }

    /** The next line; nothing behind the last one, and none is empty behind the last break. */
    Optional<Line> next() throws IOException {
        StringBuilder text = new StringBuilder();
        while (fill()) {
            int from = at;
            while (at < end && chars[at] != '\n' && chars[at] != '\r') {
                at++;
            }
            text.append(chars, from, at - from);
            if (at < end) {
                return Optional.of(new Line(text.toString(), lineBreak()));
            }
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(new Line(text.toString(), ""));
    }

    private String lineBreak() throws IOException {
        if (chars[at++] == '\n') {
            return "\n";
        }
        if (fill() && chars[at] == '\n') {
            at++;
            return "\r\n";
        }
        return "\r";
    }

    /** Whether there is a char more. */
    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(chars, 0, CHARS));
        }
        return end > 0;
    }
}
