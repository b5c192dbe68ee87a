package dev.logmill.curation.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockHolderTest {
    @TempDir
    Path folder;

    private LockHolder holder() {
        return new LockHolder(folder.resolve("lock"));
    }

    @Test
    void aHolderIsKnownFromWhenItSaysSoUntilItForgets() throws IOException {
        assertThat(holder().alive()).isEmpty();
        holder().say("nightly");
        assertThat(holder().alive())
                .contains(
                        "process %d, nightly".formatted(ProcessHandle.current().pid()));
        holder().forget();
        assertThat(holder().alive()).isEmpty();
    }

    @Test
    void anotherProcessOfTheSameNumberIsNotTheHolder() throws IOException {
        Files.writeString(
                folder.resolve("lock.holder"),
                "process %d, nightly\n1999-01-01T00:00:00Z"
                        .formatted(ProcessHandle.current().pid()));
        assertThat(holder().alive()).isEmpty();
    }
}
