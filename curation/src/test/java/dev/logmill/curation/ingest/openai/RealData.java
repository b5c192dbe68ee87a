package dev.logmill.curation.ingest.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** Where the real data lies: the folder that {@code LOGMILL_REAL_DATA} names. Its checks run by name only. */
public final class RealData {
    private RealData() {}

    public static Path folder() {
        String folder = System.getenv("LOGMILL_REAL_DATA");
        assertThat(folder)
                .as("LOGMILL_REAL_DATA must name the folder of the real data; this check reads nothing else")
                .isNotBlank();
        return Path.of(folder);
    }
}
