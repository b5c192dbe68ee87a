package dev.logmill.jobs.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A folder that a command fills with invented logs and may empty again. It is made by that command and carries its mark;
 * what anybody else made is never touched.
 */
final class OwnFolder {
    private static final String BEGUN = "begun\n";
    private static final String WHOLE = "whole\n";

    private final Path mark;

    private OwnFolder(Path mark) {
        this.mark = mark;
    }

    /** The folder of a command: one that it made before, or one that is empty or not there yet. */
    static OwnFolder claim(Path folder, String command) throws IOException {
        Path mark = folder.resolve(".logmill-" + command);
        if (!Files.exists(mark)) {
            if (Files.exists(folder) && !isEmpty(folder)) {
                throw new CommandFailure.Usage(
                        "--dir: %s holds what 'logmill %s' did not make; it must be a folder that is empty or not there yet"
                                .formatted(folder, command));
            }
            Files.createDirectories(folder);
            Files.writeString(mark, BEGUN);
        }
        return new OwnFolder(mark);
    }

    /** Whether all was made that the command makes at first: what stopped in between begins again. */
    boolean isWhole() throws IOException {
        return Files.readString(mark).equals(WHOLE);
    }

    void whole() throws IOException {
        Files.writeString(mark, WHOLE);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
