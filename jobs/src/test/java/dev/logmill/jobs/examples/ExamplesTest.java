package dev.logmill.jobs.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.logmill.curation.ingest.mapped.MappedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("examples"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void holdsNoMistake(Path example) throws IOException {
        List<String> problems = new ArrayList<>();
        MappedLog.of(new YAMLMapper().readTree(example.toFile()), "mapping", "demo", problems);
        assertThat(problems).isEmpty();
    }
}
