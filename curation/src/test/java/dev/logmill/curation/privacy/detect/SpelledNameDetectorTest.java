package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpelledNameDetectorTest {
    private final Found found = new Found(new SpelledNameDetector());

    @Test
    void findsWhatIsSpelledALetterEach() {
        assertThat(found.in("it is spelled K-O-W-A-L-S-K-I, with a K")).containsExactly("K-O-W-A-L-S-K-I");
        assertThat(found.in("my last name: o-d-u-y-a")).containsExactly("o-d-u-y-a");
        assertThat(found.value("my name is O-D-U-Y-A")).isEqualTo("oduya");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the T-O-D-O list is long",
                "the name of the x-y-z plane",
                "spelled A-B-C-D-12",
                "spelled A-B-C-D-tail",
                "spelled pre-A-B-C-D",
                "spelled 3-A-B-C-D"
            })
    void leavesOtherLetters(String text) {
        assertThat(found.in(text)).isEmpty();
    }
}
