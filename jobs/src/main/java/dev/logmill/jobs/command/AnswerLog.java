package dev.logmill.jobs.command;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.night.LakeLock;
import dev.logmill.eval.run.Trial;
import dev.logmill.eval.run.TrialLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Answers that were paid for and are not in the table yet, a line each, in a file beside it. A line is on disk before the
 * next answer is taken, which a Delta commit each would be too slow for. Whoever is killed leaves his lines to the next
 * evaluation. Several may write: each has the file only for as long as it takes.
 */
final class AnswerLog {
    /** The operating system's lock is the process's: within it, threads take turns here. */
    private static final Object WITHIN_PROCESS = new Object();

    private final Path file;

    /** The log of a lake, which must be on local disk. */
    AnswerLog(Lake lake) {
        this.file = LakeLock.beside(lake, "answers.jsonl");
    }

    private interface Work<T> {
        T on(FileChannel channel) throws IOException;
    }

    /** Adds trials, on disk when it returns. */
    void add(Collection<Trial> trials) {
        String lines = trials.stream().map(trial -> TrialLine.of(trial) + "\n").collect(Collectors.joining());
        locked(channel -> {
            // Whoever was killed may have left half a line: it must not swallow this one.
            write(channel, (endsWithin(channel) ? "\n" : "") + lines);
            return trials.size();
        });
    }

    /** All trials in it; a line that was not written to its end is none. */
    List<Trial> trials() {
        return Files.exists(file) ? locked(AnswerLog::read) : List.of();
    }

    /** Hands over all trials, and forgets them once they are taken. What is added meanwhile waits. */
    void handOver(Consumer<List<Trial>> taker) {
        locked(channel -> {
            taker.accept(read(channel));
            channel.truncate(0).force(true);
            return true;
        });
    }

    private <T> T locked(Work<T> work) {
        synchronized (WITHIN_PROCESS) {
            try {
                Files.createDirectories(file.getParent());
                try (FileChannel channel = FileChannel.open(
                                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                        FileLock held = channel.lock()) {
                    return work.on(channel);
                }
            } catch (IOException broken) {
                throw new LakeException("The answers in %s could not be kept or read".formatted(file), broken);
            }
        }
    }

    private static boolean endsWithin(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
    }

    private static void write(FileChannel channel, String lines) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
        channel.position(channel.size());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    private static List<Trial> read(FileChannel channel) throws IOException {
        channel.position(0);
        String lines = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        return lines.lines().map(TrialLine::read).flatMap(Optional::stream).toList();
    }
}
