package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
        assertThat(spoken.messages(List.of(by("ann1"), by("lookup")), List.of(), known, "t"))
                .extracting(message -> message.name().orElseThrow())
                .containsExactly("s_1", "lookup");
    }

    private static Message by(String name) {
        return new Message(
                Role.USER,
                Optional.of("hello"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(name),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
