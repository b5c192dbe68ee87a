package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceNameDetectorTest {
    private final Found found = new Found(new DeviceNameDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"device: Janes-iPhone | Jane", "host kparker-laptop | kparker", "DESKTOP-JROE | JROE"})
    void finds(String text, String name) {
        assertThat(found.in(text)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DESKTOP-BASED apps",
                "DESKTOP-4F2K9Q1",
                "docker context desktop-linux",
                ".anna-desktop-rose { color: red }",
                "a non-PC answer"
            })
    void leavesOtherWords(String text) {
        assertThat(found.in(text)).isEmpty();
    }
}
