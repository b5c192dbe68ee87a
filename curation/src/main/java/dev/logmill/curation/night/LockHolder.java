package dev.logmill.curation.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Who holds a lake, as the holder says in a file beside the lock: for others to read, none of whom it keeps waiting. */
final class LockHolder {
    private final Path file;

    LockHolder(Path lock) {
        this.file = lock.resolveSibling("lock.holder");
    }

    /** Says that this process holds it. */
    void say(String purpose) throws IOException {
        ProcessHandle self = ProcessHandle.current();
        Files.writeString(file, "process %d, %s\n%s".formatted(self.pid(), purpose, started(self)));
    }

    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    /** In words, whoever it is: it says so just after it has taken the lock, and may not have done so yet. */
    String told() {
        try {
            for (int i = 0; i < LakeLock.TRIES; i++) {
                Optional<String> said = alive();
                if (said.isPresent()) {
                    return said.get();
                }
                LakeLock.pause();
            }
        } catch (IOException unknown) {
            return "a process that cannot be told";
        }
        return "a process that has not said which";
    }

    /** What it said, where it lives: a killed one's words stand until the next, and its number may be another's. */
    Optional<String> alive() throws IOException {
        String[] said = Files.exists(file) ? Files.readString(file).split("\n", 2) : new String[0];
        String pid = said.length == 2 ? said[0].replaceFirst("^process (\\d{1,18}), .*", "$1") : "";
        if (pid.isEmpty() || pid.equals(said[0])) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(process -> process.isAlive() && started(process).equals(said[1]))
                .map(process -> said[0]);
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("");
    }
}
