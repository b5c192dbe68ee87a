package dev.logmill.jobs.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process from its start to its end, with all processes that it starts.
 *
 * @param wallSeconds on the clock
 * @param cpuSeconds of the user and of the kernel for it
 * @param peakBytes most memory that one of the processes held at a time, looked at ten times a second; 0 where the
 *     system does not tell (it is read from {@code /proc})
 */
record TimedProcess(double wallSeconds, double cpuSeconds, long peakBytes) {
    /** Runs a command to its end; throws with the end of its output where it fails. */
    static TimedProcess of(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("logmill-bench", ".log");
        Path times = Files.createTempFile("logmill-bench", ".time");
        try {
            // Only the shell that waits for a process is told what it and its children used.
            List<String> timed = new ArrayList<>(List.of(
                    "bash",
                    "-c",
                    "out=$1; shift; TIMEFORMAT='%R %U %S'; { time \"$@\" >\"$out\" 2>&1 </dev/null; } 2>\"$0\"",
                    times.toString(),
                    output.toString()));
            timed.addAll(command);
            Process process = new ProcessBuilder(timed).start();
            long peak = 0;
            while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
                peak = Math.max(
                        peak,
                        process.descendants()
                                .mapToLong(one -> peakOf(one.pid()))
                                .max()
                                .orElse(0));
            }
            if (process.exitValue() != 0) {
                String said = Files.readString(output);
                throw new IOException("%s ended with %d:%n%s"
                        .formatted(
                                command.get(0),
                                process.exitValue(),
                                said.substring(Math.max(0, said.length() - 2000))));
            }
            String[] told = Files.readString(times).strip().split(" ", -1);
            return new TimedProcess(
                    Double.parseDouble(told[0]), Double.parseDouble(told[1]) + Double.parseDouble(told[2]), peak);
        } finally {
            Files.delete(output);
            Files.delete(times);
        }
    }

    private static long peakOf(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/%d/status".formatted(pid)), StandardCharsets.UTF_8).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }
}
