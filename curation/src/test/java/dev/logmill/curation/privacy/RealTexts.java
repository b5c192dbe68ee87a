package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Texts of real logs, each of them once: what people and agents said, code and what shells answered, JSON as it was logged. */
enum RealTexts {
    PROSE("presidio-research/generated_large.json") {
        @Override
        void texts(JsonNode document, Consumer<String> sink) {
            document.findValuesAsText("full_text").forEach(sink);
        }
    },
    AGENTS("tau-bench/historical_trajectories") {
        @Override
        void texts(JsonNode document, Consumer<String> sink) {
            document.findValuesAsText("content").forEach(sink);
            document.findValuesAsText("arguments").forEach(sink);
        }
    },
    CODE("swe-agent/trajectories") {
        @Override
        void texts(JsonNode document, Consumer<String> sink) {
            if (document.isTextual()) {
                sink.accept(document.textValue());
            }
            document.forEach(inner -> texts(inner, sink));
        }
    },
    JSON("plain-json/tau-bench-gpt-4o-airline.json") {
        @Override
        void texts(JsonNode document, Consumer<String> sink) {
            document.forEach(run -> sink.accept(run.toString()));
        }
    };

    private final String place;

    RealTexts(String place) {
        this.place = place;
    }

    /** Tells the texts of a document. */
    abstract void texts(JsonNode document, Consumer<String> sink);

    /** The texts, in order, from where the real data is. */
    List<String> in(Path folder) throws IOException {
        Set<String> texts = new LinkedHashSet<>();
        try (Stream<Path> files = Files.walk(folder.resolve(place))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.toString();
                if (name.endsWith(".json") || name.endsWith(".traj")) {
                    texts(Json.MAPPER.readTree(Files.readAllBytes(file)), texts::add);
                }
            }
        }
        return new ArrayList<>(texts);
    }
}
