package dev.logmill.jobs.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * One small night as a whole process, beside the bare floor, turn by turn.
 *
 * <p>The floor is measured twice. As a Spark user would start it: a plain JVM. And as the launcher starts a night: with an
 * archive of its classes, the quick compiler alone and the plain collector; that one shows what is left to gain.
 */
public final class FloorBench {
    private static final String NIGHT = "logmill nightly";
    private static final String FLOOR = "bare floor";
    private static final String TUNED = "bare floor, started as the launcher starts a night";

    private final BenchNight night;
    private final Path launcher;
    private final int runs;
    private final Map<String, List<TimedProcess>> measured = new TreeMap<>();

    public FloorBench(BenchNight night, Path launcher, int runs) {
        this.night = night;
        this.launcher = launcher;
        this.runs = runs;
    }

    /** Measures and prints; gives the figures. */
    public Map<String, Spread> run(PrintStream out) throws IOException, InterruptedException {
        Path archive = night.folder().resolve("floor.jsa").toAbsolutePath();
        Files.deleteIfExists(archive);
        time("warm-up", floor(List.of("-XX:ArchiveClassesAtExit=" + archive)));
        time("warm-up", nightly());
        List<String> light = List.of("-XX:SharedArchiveFile=" + archive, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        for (int i = 0; i < runs; i++) {
            time(FLOOR, floor(List.of()));
            time(NIGHT, nightly());
            time(TUNED, floor(light));
        }
        out.printf(
                "One night of %d spans, %d objects, each run a whole process, %d runs each:%n",
                night.spans(), night.objects(), runs);
        Map<String, Spread> figures = new TreeMap<>();
        for (String what : List.of(NIGHT, FLOOR, TUNED)) {
            figures.put(what + ", wall s", print(out, what, "wall s", TimedProcess::wallSeconds));
            figures.put(what + ", cpu s", print(out, what, "cpu s", TimedProcess::cpuSeconds));
        }
        for (String floor : List.of(FLOOR, TUNED)) {
            out.printf(
                    "  night / %-51s wall %.2f, cpu %.2f (of the medians)%n",
                    floor, ratio(floor, TimedProcess::wallSeconds), ratio(floor, TimedProcess::cpuSeconds));
        }
        return figures;
    }

    private Spread print(PrintStream out, String what, String unit, ToDoubleFunction<TimedProcess> figure) {
        Spread spread = spread(what, figure);
        out.printf("  %-52s %-7s %s%n", what, unit, spread);
        return spread;
    }

    private double ratio(String floor, ToDoubleFunction<TimedProcess> figure) {
        return spread(NIGHT, figure).median() / spread(floor, figure).median();
    }

    private Spread spread(String what, ToDoubleFunction<TimedProcess> figure) {
        return Spread.of(measured.getOrDefault(what, List.of()).stream()
                .map(figure::applyAsDouble)
                .toList());
    }

    private void time(String what, List<String> command) throws IOException, InterruptedException {
        night.forget();
        measured.computeIfAbsent(what, none -> new ArrayList<>()).add(TimedProcess.of(command));
    }

    private List<String> nightly() {
        return List.of(
                launcher.toString(),
                "nightly",
                "--as-of",
                BenchNight.DATE.toString(),
                "--config",
                night.config().toString());
    }

    /** The floor on the class path and with the openings of this JVM. */
    private List<String> floor(List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-Xmx"))
                .forEach(command::add);
        command.addAll(flags);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                BareFloor.class.getName(),
                night.raw() + "/*/" + BenchNight.DATE + "/*",
                night.folder().resolve("floor").toString()));
        return command;
    }
}
