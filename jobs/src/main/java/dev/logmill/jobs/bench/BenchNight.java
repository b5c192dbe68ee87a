package dev.logmill.jobs.bench;

import dev.logmill.jobs.simulate.Simulation;
import dev.logmill.jobs.simulate.SimulationConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One simulated night, and a lake that can be emptied to run it again. */
public record BenchNight(Path folder, Path config, int spans) {
    static final LocalDate DATE = LocalDate.of(2026, 11, 1);

    /** Invents the night in {@code folder}, which is the bench's own and whose configuration names {@code raw} below it. */
    public static BenchNight make(Path folder, Path config, int spans) {
        BenchNight night = new BenchNight(folder.toAbsolutePath(), config.toAbsolutePath(), spans);
        delete(night.raw());
        new Simulation(new SimulationConfig(night.raw(), 1, DATE, spans, 1)).write();
        return night;
    }

    Path raw() {
        return folder.resolve("raw");
    }

    /** Its raw objects. */
    List<Path> rawObjects() throws IOException {
        return files(raw());
    }

    /** All files below a folder. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    int objects() throws IOException {
        return rawObjects().size();
    }

    /** Empties what earlier runs left. */
    void forget() {
        for (String made : List.of("lake", "published", "floor")) {
            delete(folder.resolve(made));
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
