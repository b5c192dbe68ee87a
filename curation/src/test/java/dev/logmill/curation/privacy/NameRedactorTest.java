package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.MadeId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameRedactorTest {
    private static final Pseudonyms KEYED = new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8));

    private final NameRedactor names = new NameRedactor(new TextRedactor(DetectorKind.all(), KEYED), KEYED);

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.com-7", "from-203.0.113.7", "DE89370400440532013000", "+12025550143"})
    void anIdThatHoldsAnIdentifierGoesByAKeyedNameAsAWhole(String id) throws PrivacyFailure {
        assertThat(names.id(id)).isEqualTo(KEYED.id(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111111111111111", "12025550143", "order-7"})
    void anIdOfPlainDigitsStays(String id) throws PrivacyFailure {
        assertThat(names.id(id)).isEqualTo(id);
    }

    @Test
    void anIdThatIsADigestIsKeyed() throws PrivacyFailure {
        String made = MadeId.of("a question");
        assertThat(names.id(made)).isEqualTo(KEYED.id(made));
    }

    @Test
    void aVersionIsNoAddressButItsNameMayHoldOne() throws PrivacyFailure {
        assertThat(names.version(Optional.of("10.0.113.7"))).contains("10.0.113.7");
        assertThat(names.version(Optional.of("ann@example.com")).orElseThrow()).startsWith("<EMAIL_");
    }
}
