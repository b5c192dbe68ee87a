package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HexIdTest {
    private final JoinRedactor joins = joins();

    private static JoinRedactor joins() {
        Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
        return new JoinRedactor(new TextRedactor(DetectorKind.ofForm(), pseudonyms), pseudonyms);
    }

    /** Of the last three a number of a fixed form is a part, which the detectors would take for one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "04be8db5a1d70937905b74ff69fc79ae",
                "6afe6f736d23637f",
                "be57d30384a8f9a1",
                "00476785-5244-1e2e-37c5-0237f26c8e1c",
                "46088545-8939-9748-D835-689967598853",
            })
    void staysAsItIs(String id) throws PrivacyFailure {
        assertThat(HexId.is(id)).isTrue();
        assertThat(joins.id(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"be68539007547034", "BE68539007547034", "abcdef80a01f205e"})
    void isNoneThatMayBeNumberOfFixedForm(String id) {
        assertThat(HexId.is(id)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4111111111111111",
                "04be8db5a1d70937905b74ff69fc79a",
                "04be8db5a1d70937905b74ff69fc79ag",
                "00000000000000000000000000000000",
                "00476785-5244-1e2e-37c5_0237f26c8e1c",
                "00476785-5244-1e2e-37c50-237f26c8e1c",
                "12345678-1234-1234-1234-123456789012",
            })
    void isNoOtherText(String id) {
        assertThat(HexId.is(id)).isFalse();
    }

    @Test
    void ofAnAccountGoesByKeyedName() throws PrivacyFailure {
        assertThat(joins.id("be68539007547034")).startsWith("i1_");
    }
}
