package dev.logmill.export.release;

import static dev.logmill.curation.pair.Side.TEST;
import static dev.logmill.curation.pair.Side.TRAIN;
import static dev.logmill.export.SampleExamples.ANSWER;
import static dev.logmill.export.SampleExamples.LOOKS_UP;
import static dev.logmill.export.SampleExamples.LOOKUP;
import static dev.logmill.export.SampleExamples.NIGHT;
import static dev.logmill.export.SampleExamples.QUESTION;
import static dev.logmill.export.SampleExamples.answering;
import static dev.logmill.export.SampleExamples.assistant;
import static dev.logmill.export.SampleExamples.example;
import static dev.logmill.export.SampleExamples.member;
import static dev.logmill.export.SampleExamples.preference;
import static dev.logmill.export.SampleExamples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.export.example.Example;
import dev.logmill.export.example.Kind;
import dev.logmill.export.target.TargetFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardTest {
    private static final Example PLAIN = answering(QUESTION, ANSWER);
    private static final Example CALLING = example(List.of(QUESTION), List.of(LOOKUP), LOOKS_UP);
    private static final Example BETTER = Example.of(preference(ANSWER, assistant("No idea.")));

    @TempDir
    Path root;

    private DraftFolder folder;

    @BeforeEach
    void open() throws IOException {
        folder = new DraftFolder(root);
    }

    @Test
    void theCardDeclaresEveryColumnAndCountsExactly() throws IOException {
        ReleaseFiles files = folder.write(
                EnumSet.of(Kind.SFT),
                member(PLAIN, TRAIN),
                member(CALLING, TRAIN),
                member(answering(user("9?"), ANSWER), TEST),
                member(BETTER, TRAIN));
        int bytes = folder.content().get("trl/train.jsonl").getBytes(StandardCharsets.UTF_8).length;
        String card = card(files, Map.of());

        assertThat(card)
                .startsWith("""
                        ---
                        license: "other"
                        pretty_name: "orders"
                        configs:
                        - config_name: openai
                        """)
                .contains(
                        """
                        - config_name: trl
                          data_files:
                          - split: train
                            path: trl/train.jsonl
                          - split: test
                            path: trl/test.jsonl
                        """,
                        """
                        - config_name: openai
                          features:
                          - name: messages
                            list: json
                          - name: tools
                            list: json
                          - name: parallel_tool_calls
                            dtype: bool
                        """,
                        """
                        - config_name: openai-plain
                          features:
                          - name: messages
                            list: json
                          splits:
                        """,
                        """
                        - config_name: trl
                          features:
                          - name: example_id
                            dtype: string
                          - name: prompt
                            list: json
                          - name: completion
                            list: json
                          - name: tools
                            list: json
                          splits:
                          - name: train
                            num_bytes: %d
                            num_examples: 2
                        """.formatted(bytes),
                        "load_dataset(\"PATH/TO/THIS/FOLDER\", \"trl\", split=\"train\")",
                        "| openai-preference | 1 | 0 | 0 |",
                        "| trl | 2 | 0 | 1 |",
                        "## What was left out",
                        "Nothing.");
    }

    @Test
    void theCardSaysWhatWasLeftOutAndWhy() {
        Example calling = Example.of(preference(List.of(QUESTION), List.of(LOOKUP), LOOKS_UP, ANSWER));
        ReleaseFiles files = folder.write(EnumSet.of(Kind.PREFERENCE), member(PLAIN, TRAIN), member(calling, TRAIN));

        assertThat(card(files, Map.of("too-long", 2L, "contaminated", 3L))).contains("""
                        ## What was left out

                        - contaminated: 3
                        - too-long: 2
                        - not carried by openai: preference-with-tool-calls: 1
                        """);
    }

    @Test
    void theCardPromisesOnlyWhatIsSo() throws IOException {
        ReleaseFiles files = folder.write(List.of(TargetFormat.OPENAI), Set.of(), member(PLAIN, TRAIN));

        assertThat(card(files, Map.of()))
                .contains("load_dataset(\"PATH/TO/THIS/FOLDER\", \"openai\", split=\"train\")")
                .contains("trainers that do not know `weight` learn every turn")
                .contains("Nothing in train and validation is asked")
                .doesNotContain("trl");
    }

    @Test
    void theCardSaysWhichReaderItTakes() {
        assertThat(card(folder.write(Set.of(), member(PLAIN, TRAIN)), Map.of()))
                .contains("With `datasets` 4.7.0 or newer;")
                .doesNotContain("examples call tools");
    }

    @Test
    void theCardSaysHowManyExamplesCallToolsThatNobodyDeclared() {
        Example undeclared = example(List.of(QUESTION), List.of(), LOOKS_UP);

        assertThat(card(folder.write(Set.of(), member(PLAIN, TRAIN), member(undeclared, TRAIN)), Map.of()))
                .contains("1 examples call tools where the log does not say which were offered.");
    }

    private static String card(ReleaseFiles files, Map<String, Long> leftOut) {
        return new String(new Card("orders", NIGHT, "other", files, leftOut).bytes(), StandardCharsets.UTF_8);
    }
}
