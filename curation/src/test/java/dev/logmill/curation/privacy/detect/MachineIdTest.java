package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MachineIdTest {
    private static boolean isCut(String text, String part) {
        int start = text.indexOf(part);
        return MachineId.isCut(text, start, start + part.length());
    }

    @ParameterizedTest
    @CsvSource({
        "550e8400-e29b-41d4-a716-446655440000, 550e8400",
        "id 550e8400-e29b-41d4-a716-446655440000 here, 446655440000",
        "id 550e8400-e29b-41d4-a716-446655440000 here, id 550e8400",
        "b-550e8400-e29b-41d4-a716-446655440000, e29b-41d4",
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, 4649",
        "4bf92f3577b34da6a3ce929d0e0e4736, 4bf92f3577",
        "01ARZ3NDEKTSV4RRFFQ69G5FAV, 01",
    })
    void partOfAnIdCutsIt(String text, String part) {
        assertThat(isCut(text, part)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "550e8400-e29b-41d4-a716-446655440000, 550e8400-e29b-41d4-a716-446655440000",
        "4bf92f3577b34da6a3ce929d0e0e4736, 4bf92f3577b34da6a3ce929d0e0e4736",
        "id: 4bf92f3577b34da6a3ce929d0e0e4736., id: 4bf92f3577b34da6a3ce929d0e0e4736.",
        "12345678-1234 of 550e8400-e29b-41d4-a716-446655440000, 12345678-1234",
        "12345678901234567890123456789012, 123456789",
        "tel4155550182x22, 4155550182",
        "01ARZ3NDEKTSV4RRFFQ69G5FAVX, 01",
    })
    void nothingElseDoes(String text, String part) {
        assertThat(isCut(text, part)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "-----", "a", "", "ffffffff-"})
    void isToldAtTheEdgesOfShortTexts(String text) {
        assertThat(MachineId.isCut(text, 0, text.length())).isFalse();
    }
}
