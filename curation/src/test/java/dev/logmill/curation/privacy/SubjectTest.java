package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", "u_42", "ann@example.com", "s_abcdefghijklmnopqrstuvwxyz", "u_ABCDEFGHIJKLMNOPQRSTUVWXYZ"})
    void theIdOfALogIsNoPseudonym(String id) {
        assertThatThrownBy(() -> new Subject(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A subject's pseudonym is u_ and 26 letters of base 32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"u_abcdefghijklmnopqrstuvwxyz", "u_234567abcdefghijklmnopqrst"})
    void aPseudonymIsASubject(String pseudonym) {
        assertThat(new Subject(pseudonym).pseudonym()).isEqualTo(pseudonym);
    }
}
