package dev.logmill.curation.ingest;

import static dev.logmill.curation.ingest.Pitfalls.HI;
import static dev.logmill.curation.ingest.Pitfalls.run;
import static dev.logmill.curation.ingest.Pitfalls.usage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.pair.LeakConfig;
import dev.logmill.curation.pair.LeakGroups;
import dev.logmill.curation.pair.LeakTies;
import dev.logmill.curation.pair.Occurrence;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.pair.Split;
import dev.logmill.curation.run.Run;
import dev.logmill.curation.run.Step;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What reads right and goes wrong once runs and data sets are made of it; see {@link Pitfalls}. */
class RunPitfallsTest {
    /** An outer span tells a call once more: the call itself is the step, and the whole has it once. */
    @ParameterizedTest
    // simonw/llm keeps calls alone, of no kind and in no tree.
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LLM")
    void outerWrappers(NativeLog log) {
        String said = ",'input':" + HI + ",'output':{'role':'assistant','content':'yo'}";
        for (String outer : log == NativeLog.OPENAI_LOG ? List.of("llm") : List.of("llm", "chain", "agent")) {
            Run run = run(List.of(
                    log.span("'name':'outer','span':'s0','kind':'" + outer + "'" + said + usage(30)),
                    log.span("'name':'inner','span':'s1','parent':'s0'" + said + usage(30))));
            assertThat(run.steps()).as(outer).extracting(Step::spanId).containsExactly("s1");
            assertThat(run.input()).containsExactly(Message.of(Role.USER, "hi"));
            assertThat(run.output()).contains(Message.of(Role.ASSISTANT, "yo"));
        }
    }

    /** What judges an agent is nothing that it did. PostHog and the OpenAI Agents SDK have no spans for that. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OPENINFERENCE | 'kind':'evaluator'",
                "LANGFUSE | 'kind':'evaluator'",
                "LANGFUSE | 'extra':{'environment':'langfuse-llm-as-a-judge'}",
                "PHOENIX | 'kind':'evaluator'",
                "BRAINTRUST | 'kind':'evaluator'",
                "BRAINTRUST | 'extra':{'span_attributes':{'type':'llm','purpose':'scorer'}}",
                "MAPPED | 'kind':'evaluator'"
            })
    void evaluatorSpans(NativeLog log, String judge) {
        String said = ",'input':" + HI + ",'output':{'role':'assistant','content':'yo'}" + usage(10);
        Run run = run(List.of(
                log.span("'span':'s1'" + said),
                log.span("'name':'judge','span':'s2','parent':'s1'," + judge + said),
                log.span("'span':'s3','parent':'s2'" + said)));
        assertThat(run.steps()).extracting(Step::spanId).containsExactly("s1");
        assertThat(run.usage().inputTokens()).contains(10L);
    }

    /** Runs of one task fall on both sides where rows are drawn; a group that is tied is drawn as a whole. */
    @Test
    void leaks() {
        LeakConfig config = new LeakConfig("test", 0.1, 0.1, 1000, 1000);
        List<Occurrence> rows = new ArrayList<>();
        LeakTies.Builder ties = new LeakTies.Builder();
        for (int task = 0; task < 50; task++) {
            for (int trial = 0; trial < 4; trial++) {
                Occurrence row = new Occurrence(
                        "shop",
                        Optional.empty(),
                        Optional.of("session %d/%d".formatted(task, trial)),
                        "run %d/%d".formatted(task, trial),
                        Optional.of("task " + task),
                        "input %d/%d".formatted(task, trial),
                        List.of());
                rows.add(row);
                ties.add(row);
            }
        }
        LeakGroups.Change change = new LeakGroups(config, LocalDate.EPOCH, 1, List.of(), List.of()).take(ties.build());
        Map<String, Side> sides = change.splits().stream().collect(Collectors.toMap(Split::anchor, Split::side));
        Map<String, Set<Side>> byTask = new TreeMap<>();
        Map<String, Set<Side>> byRow = new TreeMap<>();
        for (Occurrence row : rows) {
            String task = row.groupId().orElseThrow();
            byTask.computeIfAbsent(task, none -> new HashSet<>())
                    .add(Objects.requireNonNull(sides.get(change.anchors().own(row))));
            byRow.computeIfAbsent(task, none -> new HashSet<>()).add(config.lot(row.runId()));
        }
        assertThat(byTask.values()).allMatch(own -> own.size() == 1);
        assertThat(byTask.values().stream().flatMap(Set::stream)).contains(Side.values());
        assertThat(byRow.values()).as("drawn by row, tasks leak").anyMatch(own -> own.size() > 1);
    }

    @Test
    void aToolOfStrandsThatFailedEndedItsSpanWell() throws Exception {
        Span span = Pitfalls.otlp(
                "", "'gen_ai.operation.name':'execute_tool','gen_ai.tool.name':'find','tool.status':'error'");
        assertThat(span.status()).isEqualTo(Status.ERROR);
    }
}
