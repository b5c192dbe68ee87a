package dev.logmill.jobs.once;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.jobs.erase.EraseJob;
import dev.logmill.jobs.line.Job;
import dev.logmill.jobs.line.JobReport;
import dev.logmill.jobs.line.Line;
import dev.logmill.jobs.once.SmallLine.Watch;
import dev.logmill.jobs.once.StoppingFileSystem.Moment;
import dev.logmill.jobs.once.StoppingFileSystem.Stop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two small nights, stopped at a write and run again, leave what undisturbed nights leave: the same rows, the same
 * published bytes. Each job is stopped where an undisturbed night has come to it, so that no stop pays for the jobs
 * before it; what follows sees nothing but what is compared. Here at one write of each job, on the
 * first night an early one, on the second a late one;
 * {@code LOGMILL_EVERY_WRITE=1} stops at every one of a night, and at every third of an erasure, and {@code .ci/run} does.
 */
class ExactlyOnceTest {
    private static final boolean EVERY = "1".equals(System.getenv("LOGMILL_EVERY_WRITE"));

    @TempDir
    Path folder;

    private SmallLine line;
    private int writes;
    private int stops;
    private int stopsOfUndoing;

    @BeforeEach
    void quiet() {
        // Spark tells at length of each task that dies; here they die by the hundred.
        Configurator.setLevel("org.apache.spark", Level.OFF);
    }

    @AfterEach
    void revive() {
        StoppingFileSystem.begin(Stop.NEVER);
        Configurator.setLevel("org.apache.spark", Level.WARN);
    }

    @Test
    void aJobThatIsStoppedAnywhereAndRunAgainLeavesTheSame() throws IOException {
        Path raw = folder.resolve("raw");
        SmallLogs.write(raw, 40);
        line = SmallLine.over(
                raw, folder.resolve("home"), StoppingFileSystem.settings(), Map.of("spark.master", "local[1]"));
        for (LocalDate night : List.of(SmallLogs.FIRST, SmallLogs.SECOND)) {
            for (int jobs = 1; jobs <= Line.jobs().size(); jobs++) {
                stopEverywhere(Line.jobs().subList(0, jobs), night);
            }
        }
        List<Job> erase = EraseTest.jobs(EraseTest.person(line));
        stopEverywhere(erase.subList(0, 1), SmallLogs.SECOND);
        // The next three are the night's own, stopped above.
        line.process(erase.subList(0, 4), SmallLogs.SECOND, Watch.NOTHING);
        stopEverywhere(erase.subList(0, 5), SmallLogs.SECOND);
        Map<String, List<String>> left = line.left();
        long rows = left.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(SmallLine.TABLE))
                .mapToLong(entry -> entry.getValue().size())
                .sum();
        System.out.printf(
                "%d writes, %d stops before, in and after them, %d stops of the undoing: each rerun left the same, at the end %d rows and %d published files%n",
                writes,
                stops,
                stopsOfUndoing,
                rows,
                SmallLine.files(Path.of(line.config().published())).size());
        assertThat(left.keySet())
                .anyMatch(name -> name.contains("cases.jsonl"))
                .anyMatch(name -> name.contains("train.jsonl"));
    }

    /** Stops the last of these jobs at its writes, and then the undoing of what it had done at the undoing's. */
    private void stopEverywhere(List<Job> jobs, LocalDate night) throws IOException {
        String job = "%s of %s".formatted(jobs.get(jobs.size() - 1).name(), night);
        Path before = line.save(folder.resolve("before"));
        StoppingFileSystem.begin(Stop.NEVER);
        AtomicInteger closed = new AtomicInteger();
        List<JobReport> reports =
                line.process(jobs, night, new Watch(() -> {}, () -> closed.set(StoppingFileSystem.writes())));
        assertThat(reports.get(reports.size() - 1).state()).isEqualTo(JobReport.State.DONE);
        int count = StoppingFileSystem.writes();
        Map<String, List<String>> expected = line.left();
        Path after = line.save(folder.resolve("after"));
        for (Stop stop : stops(count, jobs, night)) {
            dies(before, stop, jobs, night);
            StoppingFileSystem.begin(Stop.NEVER);
            line.process(jobs, night, Watch.NOTHING);
            assertThat(SmallLine.differences(expected, line.left()))
                    .as("%s stopped %s of %d", job, stop, count)
                    .isEmpty();
            stops++;
        }
        writes += count;
        // The last moment before the job is closed, so that there is most to undo.
        dies(before, new Stop(closed.get() - 1, Moment.BEFORE), jobs, night);
        Path halfWay = line.save(folder.resolve("half-way"));
        StoppingFileSystem.begin(Stop.NEVER);
        AtomicInteger undone = new AtomicInteger();
        line.process(jobs, night, new Watch(() -> undone.set(StoppingFileSystem.writes()), () -> {}));
        for (Stop stop : stops(undone.get(), jobs, night)) {
            dies(halfWay, stop, jobs, night);
            StoppingFileSystem.begin(Stop.NEVER);
            line.process(jobs, night, Watch.NOTHING);
            assertThat(SmallLine.differences(expected, line.left()))
                    .as("undoing of %s stopped %s of %d", job, stop, undone.get())
                    .isEmpty();
            stopsOfUndoing++;
        }
        line.restore(after);
    }

    /**
     * After a write leaves what before the next one does, so that only the last write is stopped after. Each write of a night is
     * stopped before or within, in turn, and on the other night the other way.
     */
    private static List<Stop> stops(int count, List<Job> jobs, LocalDate night) {
        boolean first = night.equals(SmallLogs.FIRST);
        List<Stop> stops = new ArrayList<>();
        for (int write = 0; write < count; write++) {
            stops.add(new Stop(write, (write % 2 == 0) == first ? Moment.MIDDLE : Moment.BEFORE));
        }
        stops.add(new Stop(count - 1, Moment.AFTER));
        if (!EVERY) {
            return List.of(stops.get(first ? 0 : stops.size() * 4 / 5));
        }
        // An erasure writes table after table in one way: three times as many stops would show no more.
        return jobs.get(0) instanceof EraseJob
                ? IntStream.range(0, stops.size())
                        .filter(stop -> stop % 3 == 0)
                        .mapToObj(stops::get)
                        .toList()
                : stops;
    }

    private void dies(Path from, Stop stop, List<Job> jobs, LocalDate night) throws IOException {
        line.restore(from);
        StoppingFileSystem.begin(stop);
        boolean stopped = false;
        try {
            line.process(jobs, night, Watch.NOTHING);
        } catch (Exception dead) {
            // Spark throws its own, undeclared, around what a task threw.
            stopped = true;
        }
        assertThat(stopped).as("stopped %s", stop).isTrue();
    }
}
