package dev.logmill.eval.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerWordsTest {
    private final ServerWords words = new ServerWords(ApiKey.in("sk-secret-1"));

    private String of(String body) {
        return words.of(body.getBytes(StandardCharsets.UTF_8)).orElse("");
    }

    @Test
    void anErrorsMessageIsTakenOutOfItsJson() {
        assertThat(of("{\"error\":{\"message\":\"Use 'max_completion_tokens' instead.\"}}"))
                .isEqualTo("Use 'max_completion_tokens' instead.");
        assertThat(of("{\"detail\":\"Not here\"}")).isEqualTo("Not here");
    }

    @Test
    void allElseIsItsBeginningInOneLine() {
        assertThat(of("<html>\n\n  <b>no\u001b[31m</b>\u0000")).isEqualTo("<html> <b>no [31m</b>");
        assertThat(of("x".repeat(100_000))).hasSize(244).endsWith(" ...");
        assertThat(of("{\"error\":{\"message\":1E99999999999}}")).startsWith("{\"error\"");
        assertThat(of(" ")).isEmpty();
    }

    @Test
    void theKeyAndIdentifiersAreNotRepeated() {
        assertThat(of("{\"message\":\"sk-secret-1 of jane@example.org is unknown\"}"))
                .isEqualTo("<KEY> of <EMAIL> is unknown");
    }

    @Test
    void theSameWordsStayTheSame() {
        ServerWords others = new ServerWords(Optional.empty());
        byte[] body = "jane@example.org is unknown".getBytes(StandardCharsets.UTF_8);
        assertThat(words.of(body)).isEqualTo(others.of(body));
    }

    @Test
    void aRedirectionNamesThePlaceWithoutItsQuery() {
        URI asked = URI.create("http://a.example/v1/chat/completions");
        assertThat(words.redirection(asked, "https://b.example/v1?token=x")).contains("https://b.example/v1");
        assertThat(words.redirection(asked, "http://me:pw@b.example:8080/v1")).contains("http://b.example:8080/v1");
        assertThat(words.redirection(asked, "/login")).contains("http://a.example/login");
        assertThat(words.redirection(asked, "::")).isEmpty();
    }
}
