package dev.logmill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.CurationTables;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.vault.HolderKey;
import dev.logmill.curation.vault.Sealed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mode sealed from the log to the original again: ingest, unseal, a new master key, rewrap. */
class SealedTest {
    private static final String CALL =
            "{\"id\":\"%s\",\"user\":\"%s\",\"bot\":\"%s\",\"at\":\"%s\",\"q\":\"Write to %s, please\",\"a\":\"Done\"}\n";

    @TempDir
    Path folder;

    private Lake lake;

    @BeforeEach
    void home() throws IOException {
        assertThat(Said.by("init", folder.toString()).code()).isZero();
        lake = new Lake(folder.resolve("lake").toString(), StorageSettings.defaults());
        configure("");
        log("01.jsonl", CALL.formatted("c1", "ann", "shop", "2025-11-01T08:00:00Z", "ann@example.com"));
        ingest("2025-11-01");
    }

    @Test
    void anOriginalIsThereForWhoeverHasTheKeyAndNowhereElse() throws IOException {
        Span kept = lake.rows(CurationTables.SPANS).get(0);
        assertThat(kept.messagesIn().get(0).content().orElseThrow()).startsWith("Write to <EMAIL_");
        for (String asked :
                List.of(kept.spanId(), kept.traceId(), kept.subject().orElseThrow())) {
            Said said = Said.by("unseal", asked, "--config", config());
            assertThat(said.code()).as(said.err()).isZero();
            JsonNode line = Json.parse(said.out().strip());
            assertThat(line.path("row_id").textValue()).isEqualTo(kept.spanId());
            assertThat(line.at("/original/messages_in/0/content").textValue())
                    .isEqualTo("Write to ann@example.com, please");
            assertThat(line.at("/original/subject").textValue()).isEqualTo("ann");
        }
        assertThat(Said.by("unseal", "nobody", "--config", config()).err()).contains("holds no original of nobody");
        assertThat(filesHolding("ann@example.com")).containsExactly("raw/01.jsonl");
    }

    @Test
    void explainTellsThatThereIsAKeyAndAnOriginalAndShowsNeither() {
        HolderKey key = lake.rows(CurationTables.KEYS).get(0);
        Sealed original = lake.rows(CurationTables.VAULT).get(0);
        String said = Said.by("explain", key.holder(), "--config", config()).out();

        assertThat(said).contains("keys: holder=" + key.holder(), "vault: ");
        assertThat(said).doesNotContain(key.wrapped(), original.sealed(), "wrapped=", "sealed=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain", "unseal"})
    void aPersonIsFoundByWhatTheLogsCallThem(String command) throws IOException {
        log("02.jsonl", CALL.formatted("c2", "Eve@Example.com", "shop", "2025-11-02T08:00:00Z", "eve@example.com"));
        ingest("2025-11-02");
        Path summary = folder.resolve("summary.json");
        String[] asked = {command, "--user", "--config", config(), "--summary", summary.toString()};

        Said said = Said.ofInput(" eve@example.com\n", asked);

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("c2").doesNotContainPattern("\\bc1\\b");
        String pseudonym = span("c2").subject().orElseThrow();
        assertThat(said.err()).contains("goes by " + pseudonym).doesNotContainIgnoringCase("eve@");
        assertThat(Files.readString(summary)).doesNotContainIgnoringCase("eve@");
        assertThat(Said.ofInput("\n", asked).err()).contains("from standard input, as one line, and none came");
        assertThat(Said.ofInput("nobody@example.com", asked).code()).isEqualTo(1);
        assertThat(Said.by(command, "c1", "--user", "--config", config()).code())
                .isEqualTo(2);
        assertThat(Said.by(command, "--config", config()).code()).isEqualTo(2);
    }

    @Test
    void underAnotherKeyNobodyIsLookedFor() throws IOException {
        Files.writeString(folder.resolve("pseudonym.key"), "another key of this deployment");

        Said said = Said.ofInput("ann", "explain", "--user", "--config", config());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("is not the one that lake").doesNotContain("goes by");
    }

    private Span span(String id) {
        return lake.rows(CurationTables.SPANS).stream()
                .filter(span -> span.spanId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSameRecordAgainAddsNothing() throws IOException {
        log("02.jsonl", CALL.formatted("c1", "ann", "shop", "2025-11-01T08:00:00Z", "ann@example.com"));
        ingest("2025-11-02");

        assertThat(lake.rows(CurationTables.VAULT)).hasSize(1);
        assertThat(lake.rows(CurationTables.KEYS)).hasSize(1);
    }

    @Test
    void aRecordOfLongAgoThatIsKnownAddsNothingEither() throws IOException {
        log(
                "2025-12-30.jsonl",
                CALL.formatted("c1", "ann", "shop", "2025-11-01T08:00:00Z", "ann@example.com")
                        + CALL.formatted("c0", "bob", "shop", "2025-10-01T08:00:00Z", "bob@example.com"));
        configure("", "raw/{date}.jsonl");
        ingest("2025-12-30");

        assertThat(lake.rows(CurationTables.SPANS)).hasSize(2);
        assertThat(lake.rows(CurationTables.VAULT))
                .extracting(Sealed::rowId)
                .containsExactlyInAnyOrderElementsOf(lake.rows(CurationTables.SPANS).stream()
                        .map(Span::spanId)
                        .toList());
    }

    @Test
    void eachPersonHasAKeyOfTheirOwn() throws IOException {
        log(
                "02.jsonl",
                CALL.formatted("c2", "ann", "shop", "2025-11-02T08:00:00Z", "ann@example.com")
                        + CALL.formatted("c3", "bob", "shop", "2025-11-02T08:00:00Z", "bob@example.com"));
        ingest("2025-11-02");
        Set<String> subjects = lake.rows(CurationTables.SPANS).stream()
                .map(span -> span.subject().orElseThrow())
                .collect(Collectors.toSet());

        assertThat(lake.rows(CurationTables.KEYS))
                .hasSize(3)
                .extracting(HolderKey::holder)
                .hasSameElementsAs(subjects);
    }

    @Test
    void whoIsErasedLeavesNoOriginalAndNoKey() throws IOException {
        log(
                "02.jsonl",
                CALL.formatted("c2", "ann", "shop", "2025-11-02T08:00:00Z", "ann@example.com")
                        + CALL.formatted("c3", "bob", "shop", "2025-11-02T08:00:00Z", "bob@example.com"));
        ingest("2025-11-02");
        String ann = span("c2").subject().orElseThrow();

        Said said = Said.ofInput("ann\n", "erase", "--user", "--config", config());

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("erase     2025-11-02", "spans=2", "vault=2");
        assertThat(said.err()).contains("Raw logs are not Logmill's to change");
        assertThat(lake.rows(CurationTables.SPANS)).extracting(Span::spanId).containsExactly("c3");
        assertThat(lake.rows(CurationTables.VAULT)).extracting(Sealed::rowId).containsExactly("c3");
        assertThat(lake.rows(CurationTables.KEYS)).extracting(HolderKey::holder).doesNotContain(ann);
        assertThat(filesHolding(ann)).isEmpty();
        assertThat(Said.by("unseal", "c3", "--config", config()).out()).contains("bob@example.com");
        assertThat(Said.ofInput("ann\n", "explain", "--user", "--config", config())
                        .code())
                .isEqualTo(1);
        Said again = Said.ofInput("ann\n", "erase", "--user", "--config", config());
        assertThat(again.code()).as("erased already").isZero();
        assertThat(again.out()).contains("nothing is new");
    }

    @Test
    void whoIsNotThereIsNotErased() {
        Said nobody = Said.ofInput("carl\n", "erase", "--user", "--config", config());
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.err()).contains("nobody was erased");
        assertThat(lake.rows(CurationTables.SPANS)).hasSize(1);
        Said trace = Said.by("erase", "c1", "--config", config());
        assertThat(trace.code()).isEqualTo(2);
        assertThat(trace.err()).contains("erase takes a person: u1_");
    }

    @Test
    void anAgentThatIsNotSealedLeavesNoOriginal() throws IOException {
        configure(", agent-privacy: {bank: hashed}");
        log("02.jsonl", CALL.formatted("c2", "ann", "bank", "2025-11-02T08:00:00Z", "ann@example.com"));
        ingest("2025-11-02");

        assertThat(lake.rows(CurationTables.SPANS)).hasSize(2);
        assertThat(lake.rows(CurationTables.VAULT)).hasSize(1);
    }

    @Test
    void afterRewrapTheOldMasterKeyIsNeededNoMore() throws IOException {
        String id = lake.rows(CurationTables.SPANS).get(0).spanId();
        String sealed = lake.rows(CurationTables.VAULT).get(0).sealed();
        Files.move(folder.resolve("vault.key"), folder.resolve("old.key"));
        Files.writeString(folder.resolve("vault.key"), "a new master key of this deployment");

        Said refused = Said.by("unseal", id, "--config", config());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("wrapped under master key m_").doesNotContain("ann@");
        assertThat(Said.by("rewrap", "--config", config()).err()).contains("previous-key-file");

        vault("previous-key-file: old.key");
        assertThat(Said.by("unseal", id, "--config", config()).code()).isZero();
        Said done = Said.by("rewrap", "--config", config());
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out()).contains("rewrapped=1");

        Files.delete(folder.resolve("old.key"));
        vault("");
        assertThat(Said.by("unseal", id, "--config", config()).out()).contains("ann@example.com");
        assertThat(lake.rows(CurationTables.VAULT).get(0).sealed()).isEqualTo(sealed);
        assertThat(Said.by("rewrap", "--config", config()).out()).contains("nothing is new");
    }

    @Test
    void withoutAMasterKeyNothingStarts() throws IOException {
        Files.delete(folder.resolve("vault.key"));

        Said refused = Said.by("ingest", "--as-of", "2025-11-02", "--config", config());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("privacy.vault.key-file 'vault.key' cannot be read");
        vault("key-service: 'aws-kms:alias/logmill'");
        assertThat(Said.by("ingest", "--as-of", "2025-11-02", "--config", config())
                        .err())
                .contains(
                        "privacy.vault.key-service 'aws-kms:alias/logmill' has no service; on the class path are none");
    }

    private String config() {
        return folder.resolve("logmill.yaml").toString();
    }

    private String source = "";

    private void configure(String more) throws IOException {
        configure(more, "raw/*.jsonl");
    }

    private void configure(String more, String path) throws IOException {
        source = """
                sources: [{name: app, dialect: mapped, path: '%s', privacy: sealed%s, mapping:
                  {span: /id, trace: /id, user: /user, agent: /bot, started: /at, input: /q, output: /a}}]
                """.formatted(path, more);
        vault("");
    }

    private void vault(String settings) throws IOException {
        Files.writeString(folder.resolve("logmill.yaml"), "privacy: {vault: {%s}}\n".formatted(settings) + source);
    }

    private void log(String name, String lines) throws IOException {
        Files.writeString(folder.resolve("raw").resolve(name), lines);
    }

    private void ingest(String night) {
        Said said = Said.by("ingest", "--as-of", night, "--config", config());
        assertThat(said.code()).as(said.err()).isZero();
    }

    private List<String> filesHolding(String text) throws IOException {
        List<Path> files;
        try (var all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        List<String> holding = new ArrayList<>();
        for (Path file : files) {
            if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
                holding.add(folder.relativize(file).toString());
            }
        }
        return holding;
    }
}
