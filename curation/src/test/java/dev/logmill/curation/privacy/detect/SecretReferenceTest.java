package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretReferenceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${DB_PASSWORD}",
                "$DB_PASSWORD",
                "$user:$pass",
                "$config['db']['pass']",
                "$this->password",
                "$(cat /run/secret)",
                "<password>",
                "<your password here>",
                "</td>",
                "{{ vault.password }}",
                "{password}",
                "{type",
                "%DB_PASS%",
                "%(password)s",
                "%s",
                "[REDACTED]",
                "[your",
                "your_password"
            })
    void whatStandsForASecretIsNone(String value) {
        assertThat(SecretReference.is(value.toLowerCase(Locale.ROOT))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"$pringtime25!", "$9x,Kq2", "<3Monday&tea", "{wq4TR)", "{a}b)7", "%Tulip%77!", "[Kite.77}x"})
    void aPasswordMayBeginAsOne(String value) {
        assertThat(SecretReference.is(value.toLowerCase(Locale.ROOT))).isFalse();
    }
}
