package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinedLoginTest {
    @ParameterizedTest
    @ValueSource(strings = {"bakerhelen", "harrisolivia", "rainyhills", "quietfox", "ferreiramarta"})
    void isJoinedOfWordsOrNames(String login) {
        assertThat(JoinedLogin.is(login)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hostname",
                "filename",
                "localhost",
                "postgres",
                "erforderlich",
                "obbligatorio",
                "required",
                "langfuse"
            })
    void isNoWordOfCodeAndNoneOfALanguage(String word) {
        assertThat(JoinedLogin.is(word)).isFalse();
    }
}
