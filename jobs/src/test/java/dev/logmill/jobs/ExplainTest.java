package dev.logmill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.feedback.Preference;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.jobs.command.AllTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code explain} leads, and where it does not. */
class ExplainTest {
    @TempDir
    private Path folder;

    @Test
    void aPairLeadsToItsOwnPreferencesAlone() {
        Path home = folder.resolve("home");
        Said.by("init", home.toString());
        Lake lake = new Lake(home.resolve("lake").toString(), StorageSettings.defaults());
        AllTables.LIST.forEach(lake::create);
        lake.append(
                CurationTables.PREFERENCES,
                List.of(
                        preference("mine", "p1", Optional.empty(), "correction"),
                        preference("other", "p2", Optional.empty(), "correction"),
                        preference("third", "p3", Optional.of("p1"), "regeneration"),
                        preference("fourth", "p4", Optional.of("p5"), "regeneration")));

        Said said = Said.by(
                "explain", "p1", "--config", home.resolve("logmill.yaml").toString());

        assertThat(said.out())
                .contains("preference_id=mine", "preference_id=third")
                .doesNotContain("preference_id=other", "preference_id=fourth");
        assertThat(said.lines()).contains("  better    better", "  worse     worse");
    }

    @Test
    void whatWasAskedAndAnsweredStandsUnderItsRow() throws IOException {
        Path home = folder.resolve("home");
        Said.by("init", home.toString());
        Lake lake = new Lake(home.resolve("lake").toString(), StorageSettings.defaults());
        AllTables.LIST.forEach(lake::create);
        String answer = "Yes. ".repeat(100) + "the end";
        lake.append(
                CurationTables.PAIRS,
                List.of(pair(
                        "p1",
                        List.of(
                                Message.of(Role.SYSTEM, "Be short."),
                                Message.of(Role.USER, "Is it\nopen?\u001b[2J"),
                                Message.calling(List.of(new ToolCall("c1", "hours", "{}"))),
                                Message.result("c1", Optional.of("hours"), "9 to 5")),
                        Message.of(Role.ASSISTANT, answer))));
        lake.append(
                CurationTables.SIGNALS,
                List.of(Signal.of("votes", "f1", SignalChannel.THUMB)
                        .spanId(Optional.of("p1"))
                        .text(Optional.of("Too long"))
                        .build()
                        .identified("s1", "r1")
                        .recorded("d1", Instant.EPOCH, LocalDate.EPOCH, 1)));
        String config = home.resolve("logmill.yaml").toString();
        Path summary = folder.resolve("summary.json");

        Said said = Said.by("explain", "p1", "--config", config, "--summary", summary.toString());
        Said full = Said.by("explain", "p1", "--full", "--config", config);

        assertThat(said.lines()).anyMatch(line -> line.startsWith("pairs: pair_id=p1 "));
        assertThat(said.lines())
                .contains("  asked     user: Is it open? [2J", "  asked     tool: 9 to 5", "  said      Too long")
                .anyMatch(line -> line.startsWith("  answered  Yes. Yes.") && line.endsWith("…"));
        assertThat(said.out()).doesNotContain("Be short.", "hours{}", "the end");
        assertThat(full.lines())
                .containsSubsequence(
                        "  asked     system: Be short.",
                        "  asked     user: Is it open? [2J",
                        "  asked     assistant: hours{}",
                        "  asked     tool: 9 to 5",
                        "  answered  " + answer);
        assertThat(Files.readString(summary)).contains("pair_id=p1").doesNotContain("9 to 5", "Too long");
    }

    @Test
    void aSpanIsFoundByTheRecordThatTellsIt() {
        Path home = folder.resolve("home");
        Said.by("init", home.toString());
        Lake lake = new Lake(home.resolve("lake").toString(), StorageSettings.defaults());
        AllTables.LIST.forEach(lake::create);
        lake.append(
                CurationTables.SPANS,
                List.of(Span.of("app", "t9", "s9", SpanKind.LLM)
                        .recordId(Optional.of("row9"))
                        .build()));

        assertThat(Said.by(
                                "explain",
                                "row9",
                                "--config",
                                home.resolve("logmill.yaml").toString())
                        .out())
                .contains("spans: source=app trace_id=t9 span_id=s9 record_id=row9");
    }

    private static Pair pair(String id, List<Message> input, Message output) {
        return new Pair(
                id,
                "input of " + id,
                PairUnit.STEP,
                "desk",
                input,
                List.of(),
                Optional.empty(),
                output,
                LocalDate.parse("2026-11-01"),
                1);
    }

    private static Preference preference(String id, String rejected, Optional<String> chosen, String origin) {
        return new Preference(
                id,
                "input of " + id,
                "desk",
                rejected,
                chosen,
                origin,
                List.of(),
                List.of(),
                Message.of(Role.ASSISTANT, "better"),
                Message.of(Role.ASSISTANT, "worse"),
                LocalDate.parse("2026-11-01"),
                1);
    }
}
