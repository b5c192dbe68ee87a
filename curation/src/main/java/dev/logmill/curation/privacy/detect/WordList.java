package dev.logmill.curation.privacy.detect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A list of words among the resources of this package: one a line, lines of its head begin with a hash. */
final class WordList {
    private WordList() {}

    /** Told each word; an asterisk behind it marks it. */
    interface Sink {
        void accept(String word, boolean marked);
    }

    static void read(String name, Sink sink) {
        try (InputStream in = WordList.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The list %s is missing beside %s".formatted(name, WordList.class));
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    boolean marked = line.endsWith("*");
                    sink.accept(marked ? line.substring(0, line.length() - 1) : line, marked);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
