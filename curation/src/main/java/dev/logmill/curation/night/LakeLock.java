package dev.logmill.curation.night;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.LakeException;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One writer a lake. Held through the operating system on a file in the lake's folder, so it is free again the moment
 * its process is gone, however that went. A file beside it says who holds it, see {@link LockHolder}; readers look
 * at that file alone, so that they are in no writer's way.
 */
public final class LakeLock implements AutoCloseable {
    /**
     * The locks that this process holds. They must not even be looked at: the operating system gives a process's lock
     * back as soon as the process closes the file anywhere.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /** How often a lake that another process holds, and who that is, is tried again: for some three seconds. */
    static final int TRIES = 60;

    private static final long PAUSE_MS = 50;

    private final Path file;
    private final FileChannel channel;

    private LakeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lake for this process, and waits some seconds for another that has it.
     *
     * @param purpose who takes it and what for, shown to whoever comes second
     * @param waiting told once, where there is somebody to wait for
     * @throws LakeException where another night still has it, naming its process, or where the lake is not on local disk
     */
    public static LakeLock take(Lake lake, String purpose, Consumer<String> waiting) {
        Path file = file(lake);
        if (!HELD.add(file)) {
            throw taken(lake, file);
        }
        return reserved(lake, file, purpose, waiting, TRIES);
    }

    /**
     * Takes the lake as soon as it is free, however long that is. For short work only: whoever waits does not know what is
     * before it.
     *
     * @param waiting told once, where there is somebody to wait for
     */
    public static LakeLock await(Lake lake, String purpose, Consumer<String> waiting) {
        Path file = file(lake);
        try {
            boolean told = false;
            while (!HELD.add(file)) {
                if (!told) {
                    waiting.accept("waits for %s".formatted(new LockHolder(file).told()));
                    told = true;
                }
                pause();
            }
        } catch (IOException interrupted) {
            throw new LakeException("The lake %s could not be locked".formatted(lake.root()), interrupted);
        }
        return reserved(lake, file, purpose, waiting, Integer.MAX_VALUE);
    }

    private static LakeLock reserved(Lake lake, Path file, String purpose, Consumer<String> waiting, int tries) {
        boolean held = false;
        try {
            LakeLock lock = new LakeLock(file, locked(lake, file, waiting, tries));
            held = true;
            lock.say(purpose);
            return lock;
        } catch (IOException broken) {
            throw new LakeException("The lake %s could not be locked".formatted(lake.root()), broken);
        } finally {
            if (!held) {
                HELD.remove(file);
            }
        }
    }

    private static FileChannel locked(Lake lake, Path file, Consumer<String> waiting, int tries) throws IOException {
        Files.createDirectories(file.getParent());
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            for (int i = 0; i < tries && !locked; i++) {
                locked = tryLock(channel) != null;
                if (!locked) {
                    if (i == 0) {
                        waiting.accept("waits for %s".formatted(new LockHolder(file).told()));
                    }
                    pause();
                }
            }
            if (!locked) {
                throw taken(lake, file);
            }
            return channel;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    /** Waits a moment before another try. */
    static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the lake", stopped);
        }
    }

    private void say(String purpose) throws IOException {
        boolean said = false;
        try {
            new LockHolder(file).say(purpose);
            said = true;
        } finally {
            if (!said) {
                close();
            }
        }
    }

    private static LakeException taken(Lake lake, Path file) {
        return new LakeException(
                "Another Logmill works on the lake %s: %s. Nothing was done; run this again when it has ended"
                        .formatted(lake.root(), new LockHolder(file).told()));
    }

    /** Who works on the lake now, as far as can be told. */
    public static Optional<String> holder(Lake lake) {
        try {
            return new LockHolder(file(lake)).alive();
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        // In the order in which they stand, backwards, whatever fails: the lock goes with its channel.
        try (AutoCloseable mine = () -> HELD.remove(file);
                FileChannel lock = channel) {
            new LockHolder(file).forget();
        } catch (Exception gone) {
            throw new LakeException("The lake's lock could not be given back", gone);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static Path file(Lake lake) {
        return beside(lake, "lock");
    }

    /** A file of Logmill's own beside the tables; the lake must be on local disk, as for a lock. */
    public static Path beside(Lake lake, String name) {
        URI uri = lake.folder().toUri();
        String scheme = uri.getScheme() == null ? "file" : uri.getScheme();
        if (!scheme.equals("file")) {
            throw new LakeException(
                    "The lake %s is not on local disk; only file: lakes can be written to".formatted(lake.root()));
        }
        return Path.of(uri.getPath(), "_logmill", name);
    }
}
