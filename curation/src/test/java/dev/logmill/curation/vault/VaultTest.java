package dev.logmill.curation.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VaultTest {
    private static final MasterKey MASTER = key("the master key of these tests");
    private static final MasterKey OTHER = key("another master key than that one");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final Span original = Span.of("app", "t1", "s1", SpanKind.LLM)
            .messagesIn(List.of(Message.of(Role.USER, "I am Ann Archer, ann@example.com")))
            .subject(Optional.of("ann@example.com"))
            .startedAt(Optional.of(Instant.parse("2026-03-01T08:00:00Z")))
            .build();
    private final Span kept = original.toBuilder()
            .messagesIn(List.of(Message.of(Role.USER, "I am <PERSON_abcde>, <EMAIL_abcde>")))
            .subject(Optional.of("u1_abcdefghijklmnopqrstuvwxyz"))
            .build()
            .recorded("r_1", DAY, 7);
    private final Sealer sealer = Sealer.ofIngest(7);
    private final Sealed sealed = sealer.seal(original, kept);

    @Test
    void anOriginalIsOpenedByTheKeyOfItsHolder() throws Exception {
        JsonNode opened = Json.parse(vault(MASTER, keys(sealer)).original(sealed));

        assertThat(sealed.holder()).isEqualTo("u1_abcdefghijklmnopqrstuvwxyz");
        assertThat(opened.at("/messages_in/0/content").textValue()).isEqualTo("I am Ann Archer, ann@example.com");
        assertThat(opened.path("subject").textValue()).isEqualTo("ann@example.com");
        assertThat(opened.path("started_at").textValue()).isEqualTo("2026-03-01T08:00:00Z");
        assertThat(opened.path("kind").textValue()).isEqualTo("llm");
        assertThat(opened.has("agent")).isFalse();
    }

    @Test
    void aSignalsTextIsOpenedToo() throws Exception {
        Signal said = Signal.of("app", "f1", SignalChannel.CORRECTION)
                .text(Optional.of("call me at 555"))
                .sessionId(Optional.of("chat"))
                .build();
        Sealed row = sealer.seal(said, said.identified("id", "revision").recorded("r_2", Instant.EPOCH, DAY, 7));

        assertThat(row.holder()).isEqualTo("chat");
        assertThat(row.keptIn()).isEqualTo(Sealer.SIGNALS);
        assertThat(Json.parse(vault(MASTER, sealer.keys(List.of("chat"), MASTER))
                                .original(row))
                        .path("text")
                        .textValue())
                .isEqualTo("call me at 555");
    }

    @Test
    void nothingOfTheOriginalShowsInTheRow() {
        String clear = new String(Base64.getDecoder().decode(sealed.sealed()), StandardCharsets.ISO_8859_1);

        assertThat(sealed.toString()).doesNotContain("ann@").doesNotContain("Ann");
        assertThat(clear).doesNotContain("ann@").doesNotContain("Ann");
        assertThat(sealer.seal(original, kept).sealed()).isNotEqualTo(sealed.sealed());
    }

    @Test
    void whereTheHoldersKeyIsGoneNothingOpensIt() {
        assertThatThrownBy(() -> vault(MASTER, List.of()).original(sealed))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessage("its holder's key is gone");
    }

    @Test
    void theSameHolderHasAnotherKeyInEachIngest() throws Exception {
        Sealer later = Sealer.ofIngest(7);

        assertThatThrownBy(() -> vault(MASTER, keys(later)).original(sealed))
                .isInstanceOf(GeneralSecurityException.class);
        assertThat(later.keys(List.of("a"), MASTER).get(0).wrapped())
                .isNotEqualTo(sealer.keys(List.of("a"), MASTER).get(0).wrapped());
    }

    @Test
    void anotherMasterKeyOpensNothing() {
        assertThatThrownBy(() -> vault(OTHER, keys(sealer)).original(sealed))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageContaining(MASTER.id())
                .hasMessageContaining("not the one that is configured");
    }

    @Test
    void whatIsMovedToAnotherRowDoesNotOpenThere() {
        Sealed moved = new Sealed(
                "",
                sealed.keptIn(),
                Optional.of("t2"),
                sealed.rowId(),
                sealed.recordDigest(),
                sealed.holder(),
                sealed.sealed(),
                sealed.day(),
                sealed.batch());

        assertThatThrownBy(() -> vault(MASTER, keys(sealer)).original(moved))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void aKeyWrappedForOneHolderIsNoOthers() throws Exception {
        HolderKey mine = keys(sealer).get(0);
        HolderKey theirs = new HolderKey("u1_zzzzzzzzzzzzzzzzzzzzzzzzzz", 7, mine.masterKey(), mine.wrapped());

        assertThatThrownBy(() -> new MasterKeys(MASTER, Optional.empty()).unwrapped(theirs))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void twoHoldersOfOneIngestHaveTwoKeys() throws Exception {
        MasterKeys masters = new MasterKeys(MASTER, Optional.empty());
        List<HolderKey> keys = sealer.keys(List.of("u1_b", "u1_a"), MASTER);

        assertThat(keys).extracting(HolderKey::holder).containsExactly("u1_a", "u1_b");
        assertThat(masters.unwrapped(keys.get(0))).hasSize(32).isNotEqualTo(masters.unwrapped(keys.get(1)));
    }

    @Test
    void afterARotationTheNewMasterKeyOpensWhatTheOldOneSealed() throws Exception {
        MasterKeys both = new MasterKeys(OTHER, Optional.of(MASTER));
        HolderKey old = keys(sealer).get(0);
        HolderKey anew = both.rewrapped(old);

        assertThat(both.isCurrent(old)).isFalse();
        assertThat(both.isCurrent(anew)).isTrue();
        assertThat(new Vault(both, List.of(old)).original(sealed)).contains("Ann Archer");
        assertThat(vault(OTHER, List.of(anew)).original(sealed)).contains("Ann Archer");
    }

    @Test
    void masterKeysAreKnownApartAndTellNothing() {
        assertThat(MASTER.id()).matches("m_[0-9a-f]{16}").isNotEqualTo(OTHER.id());
        assertThat(key("the master key of these tests").id()).isEqualTo(MASTER.id());
        assertThatThrownBy(() -> key("short")).hasMessage("The vault's key must have at least 16 bytes");
    }

    private List<HolderKey> keys(Sealer of) throws GeneralSecurityException {
        return of.keys(List.of(sealed.holder()), MASTER);
    }

    private static Vault vault(MasterKey master, List<HolderKey> keys) {
        return new Vault(new MasterKeys(master, Optional.empty()), keys);
    }

    private static MasterKey key(String secret) {
        return new LocalMasterKey(secret.getBytes(StandardCharsets.UTF_8));
    }
}
