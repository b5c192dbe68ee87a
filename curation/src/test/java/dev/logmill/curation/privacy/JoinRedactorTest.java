package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinRedactorTest {
    private final Pseudonyms pseudonyms = new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8));
    private final JoinRedactor joins = new JoinRedactor(new TextRedactor(DetectorKind.all(), pseudonyms), pseudonyms);

    @ParameterizedTest
    @ValueSource(
            strings = {"ann@example.com-7", "203.0.113.7", "DE89370400440532013000", "+12025550143", "536-22-1234"})
    void anIdThatHoldsAnIdentifierIsAKeyedNameAsAWhole(String id) throws PrivacyFailure {
        assertThat(joins.id(id)).isEqualTo(pseudonyms.id(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111111111111111", "2025550143", "123456782", "call-7"})
    void anIdOfPlainDigitsStays(String id) throws PrivacyFailure {
        assertThat(joins.id(id)).isEqualTo(id);
    }

    @Test
    void aVersionThatLooksLikeAnAddressStays() throws PrivacyFailure {
        assertThat(joins.version(Optional.of("10.2.0.1"))).contains("10.2.0.1");
        assertThat(joins.name("10.2.0.1")).startsWith("<IP_");
    }
}
