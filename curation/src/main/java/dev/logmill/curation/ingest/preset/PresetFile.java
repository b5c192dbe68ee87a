package dev.logmill.curation.ingest.preset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.mapped.MappedLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The mapping of a preset, in the file of its name beside this class. */
final class PresetFile {
    private static final YAMLMapper YAML = new YAMLMapper();

    private PresetFile() {}

    /** As it is written. */
    static ObjectNode mapping(String key) {
        String file = key + ".yaml";
        try (InputStream in = Objects.requireNonNull(PresetFile.class.getResourceAsStream(file), file)) {
            return (ObjectNode) YAML.readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The dialect that reads by it as it is. */
    static Dialect dialect(String key) {
        List<String> problems = new ArrayList<>();
        Dialect mapped = MappedLog.of(mapping(key), "mapping", "", problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The mapping of preset %s is wrong: %s".formatted(key, problems));
        }
        return mapped;
    }
}
