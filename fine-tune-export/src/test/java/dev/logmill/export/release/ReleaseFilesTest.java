package dev.logmill.export.release;

import static dev.logmill.curation.pair.Side.TEST;
import static dev.logmill.curation.pair.Side.TRAIN;
import static dev.logmill.curation.pair.Side.VALIDATION;
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
import static dev.logmill.export.SampleExamples.row;
import static dev.logmill.export.SampleExamples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.publish.Draft;
import dev.logmill.curation.publish.ManifestFile;
import dev.logmill.curation.publish.Shelf;
import dev.logmill.export.example.Example;
import dev.logmill.export.example.Kind;
import dev.logmill.export.target.TargetFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a version and the card that describes them. */
class ReleaseFilesTest {
    private static final Example PLAIN = answering(QUESTION, ANSWER);
    private static final Example CALLING = example(List.of(QUESTION), List.of(LOOKUP), LOOKS_UP);
    private static final Example BETTER = Example.of(preference(ANSWER, assistant("No idea.")));

    @TempDir
    Path root;

    private Draft draft;

    @BeforeEach
    void open() throws IOException {
        org.apache.hadoop.fs.Path folder = new org.apache.hadoop.fs.Path(root.toString());
        draft = new Shelf(StorageSettings.defaults().fileSystem(folder), folder, "datasets", "orders").draft(NIGHT);
    }

    @Test
    void eachTargetHasAFolderAndEachSideAFileInTheOrderThatMembersCame() throws IOException {
        Example second = answering(user("And order 8?"), ANSWER);
        write(
                Set.of(),
                member(PLAIN, TRAIN),
                member(second, TRAIN),
                member(answering(user("9?"), ANSWER), VALIDATION),
                member(answering(user("10?"), ANSWER), TEST));

        assertThat(content())
                .containsOnlyKeys(
                        "openai/test.jsonl",
                        "openai/train.jsonl",
                        "openai/validation.jsonl",
                        "trl/test.jsonl",
                        "trl/train.jsonl",
                        "trl/validation.jsonl")
                .containsEntry(
                        "trl/train.jsonl", row(TargetFormat.TRL, PLAIN) + "\n" + row(TargetFormat.TRL, second) + "\n");
    }

    @Test
    void theManifestCountsAndDigestsWhatIsInTheFiles() throws IOException {
        write(Set.of(), member(PLAIN, TRAIN));
        String file = content().get("trl/train.jsonl");

        assertThat(draft.entries())
                .filteredOn(entry -> entry.path().equals("trl/train.jsonl"))
                .containsExactly(new ManifestFile(
                        "trl/train.jsonl",
                        file.getBytes(StandardCharsets.UTF_8).length,
                        Digest.sha256(file.getBytes(StandardCharsets.UTF_8)),
                        Optional.of(1L)));
    }

    @Test
    void rowsWithoutToolsHaveAFileOfTheirOwnWhereATargetWantsThemOnAllOrNone() throws IOException {
        write(EnumSet.of(Kind.SFT), member(PLAIN, TRAIN), member(CALLING, TRAIN));

        assertThat(content())
                .containsOnlyKeys("openai-plain/train.jsonl", "openai/train.jsonl", "trl/train.jsonl")
                .containsEntry("openai-plain/train.jsonl", row(TargetFormat.OPENAI, PLAIN) + "\n");
    }

    @Test
    void toolsInPreferencesAloneLeaveSupervisedRowsWhereTheyAre() throws IOException {
        Example betterWithTools =
                Example.of(preference(List.of(QUESTION), List.of(LOOKUP), ANSWER, assistant("No idea.")));
        write(EnumSet.of(Kind.PREFERENCE), member(PLAIN, TRAIN), member(betterWithTools, TRAIN));

        assertThat(content())
                .containsOnlyKeys(
                        "openai/train.jsonl",
                        "openai-preference/train.jsonl",
                        "trl/train.jsonl",
                        "trl-preference/train.jsonl");
    }

    @Test
    void preferencesHaveFoldersOfTheirOwnAndThoseThatATargetCannotCarryAreCounted() throws IOException {
        Example calling = Example.of(preference(List.of(QUESTION), List.of(LOOKUP), LOOKS_UP, ANSWER));
        ReleaseFiles files = write(EnumSet.of(Kind.PREFERENCE), member(PLAIN, TRAIN), member(calling, TRAIN));

        assertThat(content()).containsOnlyKeys("openai/train.jsonl", "trl/train.jsonl", "trl-preference/train.jsonl");
        assertThat(files.excluded()).isEqualTo(Map.of("openai: preference-with-tool-calls", 1L));
        assertThat(files.examples()).isEqualTo(Map.of(TRAIN, 2L));
    }

    @Test
    void aLeakGroupOnTwoSidesIsALeak() {
        ReleaseFiles files = write(
                Set.of(),
                member(PLAIN, "one", "group", TRAIN),
                member(answering(user("8?"), ANSWER), "two", "group", TEST));

        assertThat(files.leaks()).containsExactly("leak group group is on side TRAIN and on side TEST");
    }

    @Test
    void anInputOnTwoSidesIsALeakInPreferencesToo() {
        ReleaseFiles files =
                write(Set.of(), member(PLAIN, "one", "first", TRAIN), member(BETTER, "one", "second", VALIDATION));

        assertThat(files.leaks()).containsExactly("input one is on side TRAIN and on side VALIDATION");
    }

    @Test
    void whatIsOnOneSideIsNoLeak() {
        ReleaseFiles files =
                write(Set.of(), member(PLAIN, "one", "group", TRAIN), member(BETTER, "one", "group", TRAIN));

        assertThat(files.leaks()).isEmpty();
    }

    @Test
    void theCardDeclaresEveryColumnAndCountsExactly() throws IOException {
        ReleaseFiles files = write(
                EnumSet.of(Kind.SFT),
                member(PLAIN, TRAIN),
                member(CALLING, TRAIN),
                member(answering(user("9?"), ANSWER), TEST),
                member(BETTER, TRAIN));
        int bytes = content().get("trl/train.jsonl").getBytes(StandardCharsets.UTF_8).length;
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
        ReleaseFiles files = write(EnumSet.of(Kind.PREFERENCE), member(PLAIN, TRAIN), member(calling, TRAIN));

        assertThat(card(files, Map.of("too-long", 2L, "contaminated", 3L))).contains("""
                        ## What was left out

                        - contaminated: 3
                        - too-long: 2
                        - not carried by openai: preference-with-tool-calls: 1
                        """);
    }

    @Test
    void theCardPromisesOnlyWhatIsSo() throws IOException {
        ReleaseFiles files = new ReleaseFiles(draft, List.of(TargetFormat.OPENAI), Set.of());
        files.write(List.of(member(PLAIN, TRAIN)).iterator(), member -> {});
        draft.closeRows();

        assertThat(card(files, Map.of()))
                .contains("load_dataset(\"PATH/TO/THIS/FOLDER\", \"openai\", split=\"train\")")
                .contains("trainers that do not know `weight` learn every turn")
                .contains("Nothing in train and validation is asked")
                .doesNotContain("trl");
    }

    private static String card(ReleaseFiles files, Map<String, Long> leftOut) {
        return new String(new Card("orders", NIGHT, "other", files, leftOut).bytes(), StandardCharsets.UTF_8);
    }

    private ReleaseFiles write(Set<Kind> withTools, Member... members) {
        ReleaseFiles files = new ReleaseFiles(draft, List.of(TargetFormat.values()), withTools);
        List<Member> seen = new ArrayList<>();
        files.write(List.of(members).iterator(), seen::add);
        draft.closeRows();
        assertThat(seen).containsExactly(members);
        return files;
    }

    /** The files of the draft, by their path in it. */
    private Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root.resolve(".staging"))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                content.put(path.getParent().getFileName() + "/" + path.getFileName(), Files.readString(path));
            }
        }
        return content;
    }
}
