package dev.logmill.jobs.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What is true about the invented logs, as JSON Lines beside them. Only tests and benchmarks read it. */
final class Truth implements AutoCloseable {
    /** The files. */
    enum Page {
        SPANS,
        IDENTITIES,
        FEEDBACK,
        OBJECTS,
        CANARIES
    }

    private final Map<Page, Writer> writers = new EnumMap<>(Page.class);

    Truth(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Page page : Page.values()) {
                String name = page.name().toLowerCase(Locale.ROOT) + ".jsonl";
                writers.put(page, Files.newBufferedWriter(folder.resolve(name)));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The truth could not be begun", unwritable);
        }
    }

    void add(Page page, ObjectNode fact) {
        try {
            Writer writer = Objects.requireNonNull(writers.get(page));
            writer.write(Json.MAPPER.writeValueAsString(fact) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException("A fact could not be written", unwritable);
        }
    }

    @Override
    public void close() {
        for (Writer writer : writers.values()) {
            try {
                writer.close();
            } catch (IOException unwritable) {
                throw new UncheckedIOException("The truth could not be ended", unwritable);
            }
        }
    }
}
