package dev.logmill.curation.ingest;

import dev.logmill.curation.ingest.mlflow.MlflowLog;
import dev.logmill.curation.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScratchDump {
    @Test
    void dump() throws Exception {
        for (String file : Files.readAllLines(Path.of("/tmp/real-mlflow/dump.txt"))) {
            Told told = Told.by(new MlflowLog(), file, Files.readAllBytes(Path.of(file)));
            StringBuilder text = new StringBuilder();
            told.spans().forEach(span -> text.append(Json.canonical(SpanText.of(span)))
                    .append('\n'));
            told.signals().forEach(signal -> text.append(Json.canonical(SpanText.of(signal)))
                    .append('\n'));
            told.refusals().forEach(line -> text.append(line).append('\n'));
            Files.writeString(
                    Path.of("/tmp/real-mlflow/dump/"
                            + file.replaceAll(".*/ingest/mlflow/|/tmp/real-mlflow/", "")
                                    .replace('/', '_')),
                    text);
        }
    }
}
