package dev.logmill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the block that {@code sniff} prints says of scores. */
class SniffScoresTest {
    private static final String ROW =
            "{'id':'o%1$d','traceId':'t1','traceName':'n','type':'SPAN','name':'n','startTime':'2026-11-22T01:12:03Z',"
                    + "'input':'hi','output':'yo',%2$s}%n";

    @TempDir
    private Path folder;

    private Path written(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        return Files.writeString(file, text.replace('\'', '"'));
    }

    private static String block(Path logs) {
        String out = Said.by("sniff", logs.toString()).out();
        return out.substring(out.indexOf("  - name: "));
    }

    @Test
    void aScoreThatNeedsAScaleIsALineToFillIn() throws IOException {
        Path logs = written(
                "rows.jsonl",
                ROW.formatted(1, "'csat':[1],'two words':[7],'share':[0.5],'tone':['purple']")
                        + ROW.formatted(2, "'csat':[5],'Zufriedenheit (1-5)':[3]"));

        assertThat(block(logs)).isEqualTo("""
                  - name: rows
                    path: "%s"
                    dialect: langfuse
                    scores:   # fill in the numbers of the worst and of the best answer, such as worst: 1, best: 5
                      'NAME': {worst: , best: }   # a score whose name is not shown: write it as the log has it
                      'two words': {worst: , best: }
                      csat: {worst: , best: }
                """.formatted(logs).indent(0));
    }

    @Test
    void theConfigurationRefusesItUntilItIsFilledIn() throws IOException {
        Path logs = written("rows.jsonl", ROW.formatted(1, "'csat':[1]") + ROW.formatted(2, "'csat':[5]"));
        Path home = folder.resolve("home");
        Said.by("init", home.toString());
        Path config = home.resolve("logmill.yaml");
        String pasted = Files.readString(config).replace("sources: []\n", "sources:\n" + block(logs));
        Files.writeString(config, pasted);
        Said refused = Said.by("nightly", "--as-of", "2026-11-22", "--config", config.toString());

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("sources[0].scores.csat.worst is empty; it must be a number", "sources[0].scores.csat.best");
    }

    @Test
    void aFormatWhoseScoresHaveNoNamesHasNoSuchLine() throws IOException {
        Path logs = written(
                "metrics.json",
                "{'data':{'type':'evaluation_metric','attributes':{'metrics':[{'join_on':{'span':{'span_id':'1','trace_id':'2'}},"
                        + "'label':'stars','metric_type':'score','score_value':4,'timestamp_ms':1795309923000},"
                        + "{'join_on':{'span':{'span_id':'1','trace_id':'2'}},'label':'grade','metric_type':'score',"
                        + "'score_value':0.5,'timestamp_ms':1795309923000}]}}}");

        assertThat(block(logs)).endsWith("preset: datadog\n");
    }
}
