package dev.logmill.jobs.command;

import java.util.function.Consumer;

/** Lines of text, those of a private key or another block in armour (RFC 7468) held until they are all there. */
final class ArmouredLines {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";

    /** Longer than any key. */
    private static final int MOST_CHARS = 1 << 20;

    private final Consumer<String> sink;
    private final StringBuilder held = new StringBuilder();

    /** @param sink takes each line, and each block as one text */
    ArmouredLines(Consumer<String> sink) {
        this.sink = sink;
    }

    void add(String line) {
        if (held.isEmpty() && !line.contains(BEGIN)) {
            sink.accept(line);
            return;
        }
        held.append(held.isEmpty() ? "" : "\n").append(line);
        if (held.indexOf(END, held.indexOf(BEGIN)) >= 0 || held.length() > MOST_CHARS) {
            end();
        }
    }

    /** What was held of a block that does not end goes as it is. */
    void end() {
        if (!held.isEmpty()) {
            sink.accept(held.toString());
            held.setLength(0);
        }
    }
}
