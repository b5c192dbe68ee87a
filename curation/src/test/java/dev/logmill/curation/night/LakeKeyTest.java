package dev.logmill.curation.night;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.privacy.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeKeyTest {
    @TempDir
    Path folder;

    @Test
    void aLakeTakesTheFirstKeyAndNoOther() {
        Lake lake = new Lake(folder.toString(), StorageSettings.defaults());

        assertThat(LakeKey.isKeyOf(lake, fingerprint("0123456789abcdef"))).isTrue();
        assertThat(LakeKey.isKeyOf(lake, fingerprint("0123456789abcdef"))).isTrue();
        assertThat(LakeKey.isKeyOf(lake, fingerprint("0123456789abcdeg"))).isFalse();
        assertThat(LakeKey.isKeyOf(lake, fingerprint("0123456789abcdef"))).isTrue();
    }

    private static String fingerprint(String key) {
        return new Pseudonyms(key.getBytes(StandardCharsets.UTF_8)).fingerprint();
    }
}
