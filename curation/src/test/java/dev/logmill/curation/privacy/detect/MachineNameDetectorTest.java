package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineNameDetectorTest {
    private final Found found = new Found(new MachineNameDetector());

    @Test
    void aPassportHasTheSurnameFirst() {
        assertThat(found.in("P<UTOXYLOTHAM<<NORA<MAY<<<<<<<<<<<<<<<<<<<<")).containsExactly("XYLOTHAM<<NORA<MAY");
    }

    @Test
    void allPassengersOfABookingAreFound() {
        assertThat(found.in("1.1PELLETIER/NORA MRS 2.1OKAFOR/DAVID MR"))
                .containsExactly("PELLETIER/NORA", "OKAFOR/DAVID");
    }

    @Test
    void bothNamesOfAQueryAreFoundInAnyOrder() {
        assertThat(found.in("/book?first=Nora&last=Pelletier")).containsExactly("Nora", "Pelletier");
        assertThat(found.in("/book?lname=Pelletier&fname=Nora")).containsExactly("Pelletier", "Nora");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?first=10&last=20", "std::cout << A << B;", "1.2READ/WRITE MODE", "<<<<<<< HEAD", "Q<<R<<"})
    void whatLooksAlikeIsNobody(String text) {
        assertThat(found.in(text)).isEmpty();
    }
}
