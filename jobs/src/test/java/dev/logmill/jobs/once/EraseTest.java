package dev.logmill.jobs.once;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.pair.LeakKey;
import dev.logmill.curation.publish.Latest;
import dev.logmill.curation.publish.Shelf;
import dev.logmill.curation.publish.Withdrawal;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.Usage;
import dev.logmill.eval.EvalTables;
import dev.logmill.eval.run.Outcome;
import dev.logmill.eval.run.Transcript;
import dev.logmill.eval.run.Trial;
import dev.logmill.eval.suite.Case;
import dev.logmill.jobs.command.AllTables;
import dev.logmill.jobs.erase.EraseJob;
import dev.logmill.jobs.erase.PurgeJob;
import dev.logmill.jobs.erase.WithdrawJob;
import dev.logmill.jobs.line.DatasetsJob;
import dev.logmill.jobs.line.Job;
import dev.logmill.jobs.line.JobReport;
import dev.logmill.jobs.line.ScoreJob;
import dev.logmill.jobs.line.Shelves;
import dev.logmill.jobs.line.SuitesJob;
import dev.logmill.jobs.scan.Planted;
import dev.logmill.jobs.scan.Scan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of an erased person is left in any byte of the lake and of what was published, and no log brings any of it back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EraseTest {
    private static final Map<String, String> SPARK = Map.of("spark.master", "local[2]");
    private static final String CORRECTION = "Rather tell them that their parcel waits at the counter downstairs.";

    private Path folder;
    private SmallLine nights;

    @BeforeAll
    void twoNights(@TempDir Path shared) throws IOException {
        folder = shared;
        SmallLogs.write(folder.resolve("raw"), 40);
        Path said = folder.resolve("raw/feedback/%s/said.jsonl.gz".formatted(SmallLogs.SECOND));
        List<String> lines = new ArrayList<>(SmallLogs.lines(said));
        lines.add(lines.get(1)
                .replaceAll("\"event_id\": \"[^\"]*\"", "\"event_id\": \"ev-reviewer\"")
                .replaceAll("\"feedback_id\": \"[^\"]*\"", "\"feedback_id\": \"fb-reviewer\"")
                .replaceAll("\"user\": \"[^\"]*\"", "\"user\": \"reviewer-7\"")
                .replace("It should have said this.", CORRECTION));
        SmallLogs.write(said, lines);
        nights = SmallLine.over(folder.resolve("raw"), folder.resolve("home"), "{}", SPARK);
        nights.night(SmallLogs.FIRST);
        nights.night(SmallLogs.SECOND);
    }

    static List<Job> jobs(String person) {
        return List.of(
                new EraseJob(person),
                new ScoreJob(),
                new SuitesJob(),
                new DatasetsJob(),
                new WithdrawJob(),
                new PurgeJob(AllTables.LIST));
    }

    @Test
    void deletion() throws IOException {
        SmallLine line = copy("person");
        String person = person(line);
        List<Planted> traces = tracesOf(line, person);
        Set<Planted> before = scan(line, traces).found().keySet();
        assertThat(before).as("the scan finds all of it before").containsExactlyInAnyOrderElementsOf(traces);
        assertThat(traces).extracting(Planted::kind).contains("text", "trace", "person");
        List<String> leakKeys = leakKeys(line, person);
        assertThat(keysAndHolders(line)).containsAnyElementsOf(leakKeys);
        answer(line);
        int others = spans(line).size()
                - (int) spans(line).stream().filter(span -> isOf(span, person)).count();

        List<JobReport> reports = line.process(jobs(person), SmallLogs.SECOND, SmallLine.Watch.NOTHING);

        assertThat(reports).allMatch(report -> report.state() == JobReport.State.DONE);
        Scan after = scan(line, traces);
        assertThat(after.found()).isEmpty();
        assertThat(after.unreadable()).isEmpty();
        assertThat(spans(line)).hasSize(others);
        assertThat(keysAndHolders(line)).doesNotContainAnyElementsOf(leakKeys);
        Set<String> cases =
                line.lakeRows(EvalTables.CASES).stream().map(Case::caseId).collect(Collectors.toSet());
        assertThat(line.lakeRows(EvalTables.TRIALS))
                .as("answers to cases that stand")
                .isNotEmpty()
                .allMatch(trial -> cases.contains(trial.caseId()));
        assertWithdrawn(line);
        assertThat(line.night(SmallLogs.SECOND)).allMatch(report -> report.state() == JobReport.State.NOTHING_NEW);
        assertThat(line.process(jobs(person).subList(0, 4), SmallLogs.SECOND, SmallLine.Watch.NOTHING))
                .as("erased again")
                .allMatch(report -> report.state() == JobReport.State.NOTHING_NEW);
    }

    @Test
    void logsThatAreReadAgainBringNothingBack() throws IOException {
        SmallLine line = copy("again");
        String person = person(line);
        List<Planted> traces = tracesOf(line, person);
        line.process(jobs(person), SmallLogs.SECOND, SmallLine.Watch.NOTHING);
        int left = spans(line).size();
        for (String source : List.of("app", "gateway", "feedback")) {
            for (Path object : SmallLine.files(folder.resolve("raw/" + source))) {
                String night = object.getParent().getFileName().toString();
                Path again = Path.of(line.config().lake())
                        .resolveSibling("raw/%s/%s/again-%s".formatted(source, night, object.getFileName()));
                Files.createDirectories(again.getParent());
                Files.copy(object, again);
            }
        }

        List<JobReport> reports = line.withSettings(
                        folder.resolve("raw").toString(),
                        Path.of(line.config().lake()).resolveSibling("raw").toString())
                .night(SmallLogs.SECOND);

        assertThat(reports.get(0).done().counts().get("tombstoned")).isPositive();
        assertThat(line.lakeRows(CurationTables.LEDGER)).allMatch(LedgerEntry::reconciles);
        assertThat(spans(line)).hasSize(left);
        assertThat(scan(line, traces).found()).isEmpty();
    }

    @Test
    void whatAReviewerWroteOfOthersAnswersGoesAndTheAnswersStay() throws IOException {
        SmallLine line = copy("reviewer");
        String reviewer = signals(line).stream()
                .filter(signal -> signal.text().filter(CORRECTION::equals).isPresent())
                .flatMap(signal -> signal.subject().stream())
                .findFirst()
                .orElseThrow();
        List<Planted> traces = List.of(new Planted("", "text", CORRECTION), new Planted("", "person", reviewer));
        assertThat(scan(line, traces).found()).hasSize(2);
        int spans = spans(line).size();
        int pairs = line.lakeRows(CurationTables.PAIRS).size();

        line.process(jobs(reviewer), SmallLogs.SECOND, SmallLine.Watch.NOTHING);

        assertThat(scan(line, traces).found()).isEmpty();
        assertThat(spans(line)).hasSize(spans);
        assertThat(line.lakeRows(CurationTables.PAIRS)).hasSize(pairs);
        assertThat(signals(line))
                .as("what the person said")
                .anyMatch(signal -> signal.channel() == SignalChannel.CORRECTION);
        assertWithdrawn(line);
    }

    @Test
    void nobodyOfThatNameIsNothingToDo() throws IOException {
        SmallLine line = copy("nobody");

        List<JobReport> reports = line.process(
                jobs("u1_aaaaaaaaaaaaaaaaaaaaaaaaaa").subList(0, 5), SmallLogs.SECOND, SmallLine.Watch.NOTHING);

        assertThat(reports).allMatch(report -> report.state() == JobReport.State.NOTHING_NEW);
        assertThat(line.lakeRows(CurationTables.TOMBSTONES)).isEmpty();
    }

    /** Of a version that must go the manifest is left, and what says so; what is latest is whole and another. */
    private static void assertWithdrawn(SmallLine line) throws IOException {
        List<Withdrawal> withdrawals = line.lakeRows(CurationTables.WITHDRAWALS);
        assertThat(withdrawals).extracting(Withdrawal::product).contains("datasets");
        for (Withdrawal one : withdrawals) {
            Shelf shelf = Shelves.of(line.config(), one.product(), one.name());
            String latest = shelf.latest().map(Latest::version).orElseThrow();
            assertThat(latest).isNotEqualTo(one.version());
            assertThat(shelf.verify(latest)).isEmpty();
            assertThat(shelf.versions()).contains(latest).doesNotContain(one.version());
            assertThat(shelf.withdrawals().versions()).contains(one.version());
            Path gone = Path.of(line.config().published(), one.product(), one.name(), one.version());
            assertThat(SmallLine.files(gone))
                    .extracting(file -> gone.relativize(file).toString())
                    .filteredOn(file -> !file.endsWith(".crc"))
                    .containsExactly("WITHDRAWN.json", "manifest.json");
            assertThat(gone.resolve("WITHDRAWN.json"))
                    .content()
                    .contains("\"reason\":\"erasure\"", "\"superseded_by\":\"" + latest + "\"");
        }
    }

    /** Somebody's model answers every case, as evaluate keeps it. */
    private static void answer(SmallLine line) {
        Transcript said = new Transcript(Message.of(Role.ASSISTANT, "An answer."), Optional.empty(), Usage.NONE, 5);
        List<Trial> trials = line.lakeRows(EvalTables.CASES).stream()
                .map(one -> new Trial(
                        one.caseId() + "-0", one.caseId(), one.suite(), "model", 0, Outcome.ANSWERED, said, 1))
                .toList();
        new Lake(line.config().lake(), line.config().storage()).append(EvalTables.TRIALS, trials);
    }

    private static List<String> leakKeys(SmallLine line, String person) {
        return spans(line).stream()
                .filter(span -> isOf(span, person))
                .map(span -> LeakKey.id("subject", span.project(), person))
                .distinct()
                .flatMap(key -> Stream.of(key, key.substring(0, 12)))
                .toList();
    }

    private static List<String> keysAndHolders(SmallLine line) {
        return line.lakeRows(CurationTables.LEAK_KEYS).stream()
                .flatMap(key -> Stream.concat(Stream.of(key.leakKey()), key.holders().stream()))
                .toList();
    }

    private SmallLine copy(String name) throws IOException {
        Path home = folder.resolve(name);
        SmallLine.copy(folder.resolve("home"), home);
        return nights.at(home);
    }

    /** Somebody who is in a dataset and in a suite. */
    static String person(SmallLine line) {
        Set<String> cases =
                line.lakeRows(EvalTables.CASES).stream().map(Case::traceId).collect(Collectors.toSet());
        return spans(line).stream()
                .filter(span -> cases.contains(span.traceId()))
                .flatMap(span -> span.subject().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    private static boolean isOf(Span span, String person) {
        return span.subject().filter(person::equals).isPresent();
    }

    /** The pseudonym, the traces, and what was said in these and nowhere else. */
    private static List<Planted> tracesOf(SmallLine line, String person) {
        List<Span> own = spans(line).stream().filter(span -> isOf(span, person)).toList();
        Set<String> elsewhere = spans(line).stream()
                .filter(span -> !isOf(span, person))
                .flatMap(EraseTest::texts)
                .collect(Collectors.toSet());
        List<Planted> planted = new ArrayList<>(List.of(new Planted("", "person", person)));
        own.stream().map(Span::traceId).distinct().forEach(trace -> planted.add(new Planted("", "trace", trace)));
        new TreeSet<>(own.stream().flatMap(EraseTest::texts).toList())
                .stream()
                        .filter(text -> elsewhere.stream().noneMatch(other -> other.contains(text)))
                        .sorted(Comparator.comparing(String::length).reversed())
                        .limit(20)
                        .forEach(text -> planted.add(new Planted("", "text", text)));
        return planted;
    }

    private static Stream<String> texts(Span span) {
        return Stream.concat(span.messagesIn().stream(), span.messagesOut().stream())
                .flatMap(message -> Stream.concat(
                        message.content().stream(), message.toolCalls().stream().map(ToolCall::arguments)))
                // What stands in every file as it is, whatever writes it.
                .flatMap(text -> Arrays.stream(text.split("[^A-Za-z0-9 .,:-]+")))
                .filter(text -> text.length() >= 16);
    }

    private static List<Span> spans(SmallLine line) {
        return line.lakeRows(CurationTables.SPANS);
    }

    private static List<Signal> signals(SmallLine line) {
        return line.lakeRows(CurationTables.SIGNALS);
    }

    private static Scan scan(SmallLine line, List<Planted> planted) throws IOException {
        Scan scan = new Scan(planted);
        scan.through(Path.of(line.config().lake()));
        scan.through(Path.of(line.config().published()));
        return scan;
    }
}
