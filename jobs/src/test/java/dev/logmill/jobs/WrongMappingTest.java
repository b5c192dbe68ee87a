package dev.logmill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;

class WrongMappingTest {
    @TempDir
    Path folder;

    @Test
    void stopsBeforeSparkStartsAndTellsEveryMistake() throws IOException {
        assertThat(Main.run(new String[] {"init", folder.toString()})).isZero();
        Path config = folder.resolve("logmill.yaml");
        Files.writeString(config, Files.readString(config).replace("\nsources: []\n", """

                sources:
                  - name: app
                    path: raw/app/*.jsonl
                    dialect: mapped
                    privacy: content
                    mapping:
                      unit: conversations
                      trace: id
                      started: {at: /t, unit: seconds}
                """));
        // Another test of this process may have left its own behind.
        Option<SparkSession> sessionBefore = SparkSession.getDefaultSession();
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            int code = Main.run(new String[] {"nightly", "--as-of", "2026-11-22", "--config", config.toString()});
            assertThat(code).isEqualTo(2);
        } finally {
            System.setErr(before);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("3 problems")
                .contains("mapping.unit must be one of span, conversation, feedback, was 'conversations'")
                .contains("mapping.trace must be an address, was \"id\"; accepted: /pointer")
                .contains("mapping.started.unit must be one of iso, s, ms, us, ns, was 'seconds'");
        assertThat(SparkSession.getDefaultSession()).isEqualTo(sessionBefore);
    }
}
