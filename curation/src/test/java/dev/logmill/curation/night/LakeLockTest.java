package dev.logmill.curation.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.lake.StorageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeLockTest {
    @TempDir
    Path folder;

    @Test
    void theSecondOfOneProcessIsToldWhoHoldsTheLake() {
        Lake lake = lake(folder);
        try (LakeLock held = LakeLock.take(lake, "nightly --as-of 2026-11-01", LakeLockTest::quiet)) {
            assertThatThrownBy(() -> LakeLock.take(lake, "score", LakeLockTest::quiet))
                    .isInstanceOf(LakeException.class)
                    .hasMessageContaining(
                            "process %d, nightly --as-of 2026-11-01",
                            ProcessHandle.current().pid())
                    .hasMessageContaining("Nothing was done");
        }
        assertThat(LakeLock.holder(lake)).isEmpty();
        LakeLock.take(lake, "score", LakeLockTest::quiet).close();
    }

    @Test
    void theSecondOfTwoProcessesIsToldWhoHoldsTheLakeUntilItIsKilled() throws Exception {
        Lake lake = lake(folder);
        // What a killed process said of itself, long ago.
        Files.createDirectories(folder.resolve("_logmill"));
        Files.writeString(folder.resolve("_logmill/lock.holder"), "process 999999999, nightly --as-of 2026-10-31");
        Process other = other();
        try {
            assertThat(other.getInputStream().read()).isEqualTo('t');
            assertThat(LakeLock.holder(lake)).contains("process %d, of another".formatted(other.pid()));
            assertThatThrownBy(() -> LakeLock.take(lake, "score", LakeLockTest::quiet))
                    .isInstanceOf(LakeException.class)
                    .hasMessageContaining("process %d, of another", other.pid());
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(LakeLock.holder(lake)).isEmpty();
        LakeLock.take(lake, "score", LakeLockTest::quiet).close();
    }

    @Test
    void whoAsksInTheHoldersOwnProcessDoesNotFreeTheLakeForOthers() throws Exception {
        Lake lake = lake(folder);
        try (LakeLock held = LakeLock.take(lake, "nightly", LakeLockTest::quiet)) {
            assertThat(LakeLock.holder(lake)).isPresent();
            assertThatThrownBy(() -> LakeLock.take(lake, "score", LakeLockTest::quiet))
                    .isInstanceOf(LakeException.class);
            Process other = other();
            try {
                assertThat(other.getInputStream().read()).isEqualTo('h');
            } finally {
                other.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void aWriterWaitsForAnotherThatSoonEndsAndSaysForWhom() throws Exception {
        Lake lake = lake(folder);
        Process other = other();
        assertThat(other.getInputStream().read()).isEqualTo('t');
        List<String> told = new ArrayList<>();
        LakeLock.take(lake, "score", waiting -> {
                    told.add(waiting);
                    other.destroyForcibly();
                })
                .close();
        assertThat(told).containsExactly("waits for process %d, of another".formatted(other.pid()));
    }

    @Test
    void whoLooksWhoHoldsTheLakeIsInNobodysWay() throws Exception {
        Lake lake = lake(folder);
        AtomicBoolean looking = new AtomicBoolean(true);
        Thread reader = new Thread(() -> {
            while (looking.get()) {
                LakeLock.holder(lake);
            }
        });
        reader.start();
        List<String> waited = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            LakeLock.take(lake, "score", waited::add).close();
        }
        looking.set(false);
        reader.join();
        assertThat(waited).isEmpty();
    }

    @Test
    void aLakeThatCannotSayWhoHoldsItIsFreeAgain() throws Exception {
        Lake lake = lake(folder);
        Path holder = folder.resolve("_logmill/lock.holder");
        Files.createDirectories(holder.resolve("in-the-way"));
        assertThatThrownBy(() -> LakeLock.take(lake, "score", LakeLockTest::quiet))
                .isInstanceOf(LakeException.class);
        Files.delete(holder.resolve("in-the-way"));
        Files.delete(holder);
        LakeLock held = LakeLock.take(lake, "score", LakeLockTest::quiet);
        Files.delete(holder);
        Files.createDirectories(holder.resolve("in-the-way"));
        assertThatThrownBy(held::close).isInstanceOf(LakeException.class);
        Files.delete(holder.resolve("in-the-way"));
        Files.delete(holder);
        LakeLock.take(lake, "score", LakeLockTest::quiet).close();
    }

    private static Lake lake(Path folder) {
        return new Lake(folder.toString(), StorageSettings.defaults());
    }

    private static void quiet(String waiting) {}

    private Process other() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Another process: takes the lake and says t, or says h where it is held. */
    static final class Other {
        public static void main(String[] arguments) throws Exception {
            try {
                LakeLock.take(lake(Path.of(arguments[0])), "of another", LakeLockTest::quiet);
                System.out.print('t');
            } catch (LakeException held) {
                System.out.print('h');
            }
            System.out.flush();
            Thread.sleep(60_000);
        }
    }
}
