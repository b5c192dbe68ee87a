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
import org.jspecify.annotations.Nullable;

/**
 * One writer a lake. Held through the operating system on a file in the lake's folder, so it is free again the moment
 * its process is gone, however that went.
 */
public final class LakeLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private LakeLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lake for this process.
     *
     * @param purpose who takes it and what for, shown to whoever comes second
     * @throws LakeException where another process has it, naming that process, or where the lake is not on local disk
     */
    public static LakeLock take(Lake lake, String purpose) {
        Path file = file(lake);
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                String holder = Files.readString(holder(file));
                channel.close();
                throw new LakeException(
                        "Another Logmill works on the lake %s: %s. Nothing was done; run this again when it has ended"
                                .formatted(lake.root(), holder));
            }
            String text = "process %d, %s".formatted(ProcessHandle.current().pid(), purpose);
            Files.writeString(holder(file), text);
            return new LakeLock(channel, lock);
        } catch (IOException broken) {
            throw new LakeException("The lake %s could not be locked".formatted(lake.root()), broken);
        }
    }

    /** Who works on the lake now, as far as can be told. */
    public static Optional<String> holder(Lake lake) {
        Path file = file(lake);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                return Optional.of(Files.readString(holder(file)));
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
            lock.release();
            channel.close();
        } catch (IOException gone) {
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
        URI uri = lake.folder().toUri();
        String scheme = uri.getScheme() == null ? "file" : uri.getScheme();
        if (!scheme.equals("file")) {
            throw new LakeException(
                    "The lake %s is not on local disk; only file: lakes can be written to".formatted(lake.root()));
        }
        return Path.of(uri.getPath(), "_logmill", "lock");
    }

    private static Path holder(Path lock) {
        return lock.resolveSibling("lock.holder");
    }
}
