package dev.logmill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.publish.Draft;
import dev.logmill.curation.publish.HashingFile;
import dev.logmill.curation.publish.Manifest;
import dev.logmill.curation.publish.Publication;
import dev.logmill.curation.publish.Shelf;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.eval.grade.GraderKind;
import dev.logmill.eval.grade.GraderSpec;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.SuiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder with a suite {@code quiz} of sixty questions with a reference and thirty without, and models to ask. */
final class QuizHome {
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 1);

    private final Path folder;
    private final String version;

    QuizHome(Path folder, String url) throws IOException {
        this.folder = folder;
        assertThat(Main.run(new String[] {"init", folder.toString()})).isZero();
        StringBuilder evaluate = new StringBuilder("evaluate:\n  retries: 0\n  models:\n");
        for (String model : List.of(
                "skill-7", "skill-10", "skill-3", "skill-7-shift-3", "skill-8", "locked", "down", "cut", "slow")) {
            evaluate.append("    %s: {url: \"%s\", model: %s}\n".formatted(model, url, model));
        }
        evaluate.append("    keyed: {url: \"%s\", model: skill-7, api-key-env: LOGMILL_NO_SUCH_KEY}\n".formatted(url));
        evaluate.append("    priced: {url: \"%s\", model: skill-8, input-price: 1, output-price: 2}\n".formatted(url));
        Files.writeString(config(), Files.readString(config()).replace("evaluate:\n", evaluate));
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            cases.add(question(i, i < 60));
        }
        version = publish(cases);
    }

    Path config() {
        return folder.resolve("logmill.yaml");
    }

    String version() {
        return version;
    }

    Lake lake() {
        return new Lake(folder.resolve("lake").toString(), StorageSettings.defaults());
    }

    /** The arguments of an evaluation. */
    String[] evaluate(String suite, String candidate, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("evaluate", "--config", config().toString(), "--suite", suite, "--candidate", candidate));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    /** Answers that are kept and not in the table yet. */
    long answersInLog() throws IOException {
        Path log = folder.resolve("lake/_logmill/answers.jsonl");
        return Files.exists(log)
                ? Files.readString(log)
                        .lines()
                        .filter(line -> line.endsWith("}"))
                        .count()
                : 0;
    }

    static Case question(int i, boolean referenced) {
        return new Case(
                "case-%02d".formatted(i),
                "quiz",
                "agent",
                Case.TRAFFIC,
                0.1,
                10,
                "group-" + i,
                "input-" + i,
                "pair-" + i,
                "run-" + i,
                "project",
                "trace-" + i,
                "span-" + i,
                List.of(Message.of(Role.USER, Integer.toString(i))),
                List.of(),
                Optional.empty(),
                referenced ? Optional.of(Message.of(Role.ASSISTANT, "yes")) : Optional.empty(),
                referenced ? Optional.of("correction") : Optional.empty(),
                referenced ? Optional.of("pair-" + i) : Optional.empty(),
                referenced ? 1 : 0,
                referenced ? List.of(GraderSpec.of(GraderKind.EXACT)) : List.of(),
                NIGHT,
                1);
    }

    /** A version of the suite; gives its name. */
    String publish(List<Case> cases) throws IOException {
        org.apache.hadoop.fs.Path root =
                new org.apache.hadoop.fs.Path(folder.resolve("published").toString());
        Shelf shelf = new Shelf(StorageSettings.defaults().fileSystem(root), root, "suites", "quiz");
        Draft draft = shelf.draft(NIGHT);
        HashingFile file = draft.rows(SuiteFile.NAME);
        cases.forEach(one -> file.row(SuiteFile.line(one)));
        draft.closeRows();
        Manifest manifest = new Manifest(
                "suites",
                "quiz",
                NIGHT,
                Optional.empty(),
                "test",
                "config",
                Map.of(),
                Map.of("cases", (long) cases.size()),
                draft.entries());
        return ((Publication.Published) shelf.publish(draft, manifest)).version();
    }
}
