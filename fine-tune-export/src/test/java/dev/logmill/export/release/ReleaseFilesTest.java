package dev.logmill.export.release;

import static dev.logmill.curation.pair.Side.TEST;
import static dev.logmill.curation.pair.Side.TRAIN;
import static dev.logmill.curation.pair.Side.VALIDATION;
import static dev.logmill.export.SampleExamples.ANSWER;
import static dev.logmill.export.SampleExamples.LOOKS_UP;
import static dev.logmill.export.SampleExamples.LOOKUP;
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
import dev.logmill.curation.publish.ManifestFile;
import dev.logmill.export.example.Example;
import dev.logmill.export.example.Kind;
import dev.logmill.export.target.TargetFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseFilesTest {
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
    void eachTargetHasAFolderAndEachSideAFileInTheOrderThatMembersCame() throws IOException {
        Example second = answering(user("And order 8?"), ANSWER);
        folder.write(
                Set.of(),
                member(PLAIN, TRAIN),
                member(second, TRAIN),
                member(answering(user("9?"), ANSWER), VALIDATION),
                member(answering(user("10?"), ANSWER), TEST));

        assertThat(folder.content())
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
        folder.write(Set.of(), member(PLAIN, TRAIN));
        String file = folder.content().get("trl/train.jsonl");

        assertThat(folder.draft().entries())
                .filteredOn(entry -> entry.path().equals("trl/train.jsonl"))
                .containsExactly(new ManifestFile(
                        "trl/train.jsonl",
                        file.getBytes(StandardCharsets.UTF_8).length,
                        Digest.sha256(file.getBytes(StandardCharsets.UTF_8)),
                        Optional.of(1L)));
    }

    @Test
    void rowsWithoutToolsHaveAFileOfTheirOwnWhereATargetWantsThemOnAllOrNone() throws IOException {
        folder.write(EnumSet.of(Kind.SFT), member(PLAIN, TRAIN), member(CALLING, TRAIN));

        assertThat(folder.content())
                .containsOnlyKeys("openai-plain/train.jsonl", "openai/train.jsonl", "trl/train.jsonl")
                .containsEntry("openai-plain/train.jsonl", row(TargetFormat.OPENAI, PLAIN) + "\n");
    }

    @Test
    void toolsInPreferencesAloneLeaveSupervisedRowsWhereTheyAre() throws IOException {
        Example betterWithTools =
                Example.of(preference(List.of(QUESTION), List.of(LOOKUP), ANSWER, assistant("No idea.")));
        folder.write(EnumSet.of(Kind.PREFERENCE), member(PLAIN, TRAIN), member(betterWithTools, TRAIN));

        assertThat(folder.content())
                .containsOnlyKeys(
                        "openai/train.jsonl",
                        "openai-preference/train.jsonl",
                        "trl/train.jsonl",
                        "trl-preference/train.jsonl");
    }

    @Test
    void preferencesHaveFoldersOfTheirOwnAndThoseThatATargetCannotCarryAreCounted() throws IOException {
        Example calling = Example.of(preference(List.of(QUESTION), List.of(LOOKUP), LOOKS_UP, ANSWER));
        ReleaseFiles files = folder.write(EnumSet.of(Kind.PREFERENCE), member(PLAIN, TRAIN), member(calling, TRAIN));

        assertThat(folder.content())
                .containsOnlyKeys("openai/train.jsonl", "trl/train.jsonl", "trl-preference/train.jsonl");
        assertThat(files.excluded()).isEqualTo(Map.of("openai: preference-with-tool-calls", 1L));
        assertThat(files.examples()).isEqualTo(Map.of(TRAIN, 2L));
    }

    @Test
    void aLeakGroupOnTwoSidesIsALeak() {
        ReleaseFiles files = folder.write(
                Set.of(),
                member(PLAIN, "one", "group", TRAIN),
                member(answering(user("8?"), ANSWER), "two", "group", TEST));

        assertThat(files.leaks()).containsExactly("leak group group is on side TRAIN and on side TEST");
    }

    @Test
    void anInputOnTwoSidesIsALeakInPreferencesToo() {
        ReleaseFiles files = folder.write(
                Set.of(), member(PLAIN, "one", "first", TRAIN), member(BETTER, "one", "second", VALIDATION));

        assertThat(files.leaks()).containsExactly("input one is on side TRAIN and on side VALIDATION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run r7", "session s7 of shop", "subject p7 of shop"})
    void aRunASessionOrAPersonOnTwoSidesIsALeak(String source) {
        List<String> sources = List.of("run other", source);
        ReleaseFiles files = folder.write(
                Set.of(),
                member(PLAIN, "one", "first", List.of(source), TRAIN),
                member(answering(user("8?"), ANSWER), "two", "second", sources, TEST));

        assertThat(files.leaks()).containsExactly(source + " is on side TRAIN and on side TEST");
    }

    @Test
    void whatIsOnOneSideIsNoLeak() {
        ReleaseFiles files =
                folder.write(Set.of(), member(PLAIN, "one", "group", TRAIN), member(BETTER, "one", "group", TRAIN));

        assertThat(files.leaks()).isEmpty();
    }
}
