package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRedactorTest {
    private final Pseudonyms pseudonyms = new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8));
    private final TextRedactor texts = new TextRedactor(DetectorKind.all(), pseudonyms);
    private final JoinRedactor joins = new JoinRedactor(texts, pseudonyms);
    private final JsonRedactor json = new JsonRedactor(texts, pseudonyms);
    private final MessageRedactor spoken =
            new MessageRedactor(joins, json, new ToolRedactor(joins, json, texts, texts, pseudonyms));

    @Test
    void thePersonOfTheRowSpeaksByPseudonymAndAToolByItsName() throws PrivacyFailure {
        Map<String, String> known = Map.of("ann1", "s_1");
        assertThat(spoken.messages(List.of(by(Role.USER, "ann1"), by(Role.TOOL, "lookup")), List.of(), known, "t"))
                .extracting(message -> message.name().orElseThrow())
                .containsExactly("s_1", "lookup");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Annika_Bergqvist",
                "John_Smith",
                "john_smith",
                "JohnSmith",
                "Maria-Garcia",
                "maria.garcia",
                "Katarzyna_W",
                "katarzyna",
                "mjones82",
                "wanderlust"
            })
    void whoAsksIsNotNamed(String name) throws PrivacyFailure {
        assertThat(spoken.messages(List.of(by(Role.USER, name)), List.of(), Map.of(), "t"))
                .extracting(message -> message.name().orElseThrow())
                .allMatch(kept -> kept.matches("<[A-Z]+_[a-z2-7]{5}>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "user_proxy", "ResearchAgent", "critic2", "chat_manager", "Admin"})
    void aPartThatAnAgentPlaysIsNobody(String name) throws PrivacyFailure {
        assertThat(spoken.messages(List.of(by(Role.USER, name)), List.of(), Map.of(), "t"))
                .extracting(message -> message.name().orElseThrow())
                .containsExactly(name);
    }

    @Test
    void whoAlsoAnswersIsAnAgent() throws PrivacyFailure {
        assertThat(spoken.messages(
                        List.of(by(Role.USER, "wanderlust"), by(Role.ASSISTANT, "wanderlust")),
                        List.of(),
                        Map.of(),
                        "t"))
                .extracting(message -> message.name().orElseThrow())
                .containsOnly("wanderlust");
    }

    @Test
    void aNameIsTheSameAsInTheText() throws PrivacyFailure {
        List<Message> kept = spoken.messages(List.of(by(Role.USER, "Annika_Bergqvist")), List.of(), Map.of(), "t");
        assertThat(kept.get(0).name()).hasValue(texts.redact("Annika Bergqvist", "t"));
        SeenValues seen = new SeenValues();
        texts.noting(seen).name("mjones82", "t");
        assertThat(texts.withSeen(seen).redact("hi mjones82", "t")).isEqualTo("hi " + texts.name("mjones82", "t"));
    }

    private static Message by(Role role, String name) {
        return new Message(
                role,
                Optional.of("hello"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(name),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
