package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "u1_42",
                "ann@example.com",
                "s1_abcdefghijklmnopqrstuvwxyz",
                "u1_ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                "u_abcdefghijklmnopqrstuvwxyz",
                "u0_abcdefghijklmnopqrstuvwxyz"
            })
    void theIdOfALogIsNoPseudonym(String id) {
        assertThatThrownBy(() -> new Subject(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A subject's pseudonym is u, a version, _ and 26 letters of base 32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"u1_abcdefghijklmnopqrstuvwxyz", "u27_234567abcdefghijklmnopqrst"})
    void aPseudonymIsASubject(String pseudonym) {
        assertThat(new Subject(pseudonym).pseudonym()).isEqualTo(pseudonym);
    }
}
