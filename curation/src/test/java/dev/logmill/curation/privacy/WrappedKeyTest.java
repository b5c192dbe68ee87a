package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrappedKeyTest {
    @ParameterizedTest
    @CsvSource({
        "FullName, S, FullName",
        "lastName, stringValue, lastName",
        "username.keyword, query, username",
        "passport, number, passport_number",
        "secrets, mailer, secrets.mailer",
        "message, body, body"
    })
    void theKeyAboveCallsWhatAMarkOfATypeWraps(String above, String key, String label) {
        assertThat(WrappedKey.label(above, key)).isEqualTo(label);
    }

    /** A page says "Forgot password?" beside the field. */
    @ParameterizedTest
    @CsvSource({"password, text", "DB_PASSWORD, text"})
    void whatIsShownBesideAPasswordIsNone(String above, String key) {
        assertThat(WrappedKey.label(above, key)).isEqualTo(key);
    }
}
