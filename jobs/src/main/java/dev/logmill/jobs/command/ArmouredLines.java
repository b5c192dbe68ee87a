package dev.logmill.jobs.command;

import java.util.function.BiConsumer;

/** Lines of text, those of a private key or another block in armour (RFC 7468) held until they are all there. */
final class ArmouredLines {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";

    /** Longer than any key. */
    private static final int MOST_CHARS = 1 << 20;

    private final BiConsumer<String, String> sink;
    private final StringBuilder held = new StringBuilder();
    private String lastEnd = "";

    /** @param sink takes each line, or each block as one text, and what ended it: a line break, or nothing at the end of all */
    ArmouredLines(BiConsumer<String, String> sink) {
        this.sink = sink;
    }

    void add(String line, String end) {
        if (held.isEmpty() && !line.contains(BEGIN)) {
            sink.accept(line, end);
            return;
        }
        held.append(lastEnd).append(line);
        lastEnd = end;
        if (held.indexOf(END, held.indexOf(BEGIN)) >= 0 || held.length() > MOST_CHARS) {
            end();
        }
    }

    /** What was held of a block that does not end goes as it is. */
    void end() {
        if (!held.isEmpty()) {
            sink.accept(held.toString(), lastEnd);
            held.setLength(0);
            lastEnd = "";
        }
    }
}
