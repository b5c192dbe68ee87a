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
 * its process is gone, however that went. A file beside it says who holds it.
 */
public final class LakeLock implements AutoCloseable {
    /**
     * The locks that this process holds. They must not even be looked at: the operating system gives a process's lock
     * back as soon as the process closes the file anywhere.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final int TRIES = 40;
    private static final long PAUSE_MS = 50;

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private LakeLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lake for this process.
     *
     * @param purpose who takes it and what for, shown to whoever comes second
     * @throws LakeException where another night has it, naming its process, or where the lake is not on local disk
     */
    public static LakeLock take(Lake lake, String purpose) {
        return tryTake(lake, purpose).orElseThrow(() -> taken(lake, file(lake)));
    }

    /**
     * Takes the lake as soon as it is free. For short work only: whoever waits does not know what is before it.
     *
     * @param waiting is told who has the lake, once, where it is not free
     */
    public static LakeLock await(Lake lake, String purpose, Consumer<String> waiting) {
        Optional<LakeLock> lock = tryTake(lake, purpose);
        if (lock.isEmpty()) {
            waiting.accept(heldBy(file(lake)));
        }
        try {
            while (lock.isEmpty()) {
                Thread.sleep(PAUSE_MS);
                lock = tryTake(lake, purpose);
            }
            return lock.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LakeException("It was interrupted while it waited for the lake %s".formatted(lake.root()));
        }
    }

    private static Optional<LakeLock> tryTake(Lake lake, String purpose) {
        Path file = file(lake);
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        boolean held = false;
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            Files.writeString(
                    holder(file),
                    "process %d, %s".formatted(ProcessHandle.current().pid(), purpose));
            held = true;
            return Optional.of(new LakeLock(file, channel, lock));
        } catch (IOException broken) {
            throw new LakeException("The lake %s could not be locked".formatted(lake.root()), broken);
        } finally {
            if (!held) {
                HELD.remove(file);
            }
        }
    }

    private static LakeException taken(Lake lake, Path file) {
        return new LakeException(
                "Another Logmill works on the lake %s: %s. Nothing was done; run this again when it has ended"
                        .formatted(lake.root(), heldBy(file)));
    }

    /** Who works on the lake now, as far as can be told. */
    public static Optional<String> holder(Lake lake) {
        Path file = file(lake);
        if (HELD.contains(file)) {
            return Optional.of(heldBy(file));
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                return Optional.of(heldBy(file));
            }
            lock.release();
            return Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(holder(file));
            lock.release();
            channel.close();
            HELD.remove(file);
        } catch (IOException gone) {
            throw new LakeException("The lake's lock could not be given back", gone);
        }
    }

    /** The holder says who it is just after it has taken the lock: what a killed one had said may stand until then. */
    private static String heldBy(Path file) {
        try {
            for (int i = 0; i < TRIES; i++) {
                Path holder = holder(file);
                String said = Files.exists(holder) ? Files.readString(holder) : "";
                if (isAlive(said)) {
                    return said;
                }
                Thread.sleep(PAUSE_MS);
            }
        } catch (IOException | InterruptedException unknown) {
            return "a process that cannot be told";
        }
        return "a process that has not said which";
    }

    private static boolean isAlive(String said) {
        String pid = said.replaceFirst("^process (\\d{1,18}), .*", "$1");
        return !pid.equals(said)
                && ProcessHandle.of(Long.parseLong(pid))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
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

    private static Path holder(Path lock) {
        return lock.resolveSibling("lock.holder");
    }
}
