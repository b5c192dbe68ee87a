package dev.logmill.jobs.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.pair.rule.PairConfig;
import dev.logmill.curation.pair.rule.Sieve;
import dev.logmill.curation.run.RunAssembler;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.export.dataset.DatasetSpec;
import dev.logmill.export.dataset.DatasetsConfig;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whom a night tells of that has no job pair though a dataset wants some. */
class MissingJobsTest {
    private static final DatasetSpec JOBS =
            new DatasetSpec("routing", List.of("router"), Optional.of(PairUnit.JOB), List.of());

    @Test
    void namesTheAgentAndWhyItsRunsGiveNone() {
        MissingJobs missing = missing(JOBS, helped("router", "a")).and(missing(JOBS, twice("router", "b")));

        assertThat(missing.warnings())
                .containsExactly("agent router has no job pair, which datasets with unit: job want of it:"
                        + " of its runs 1 call tools, or ask retrievers or other agents,"
                        + " 1 have several calls, and no input or answer that these do not show;"
                        + " unit: step takes what their calls say");
    }

    @Test
    void isSilentWhereOneRunGivesAJobAndWhereNobodyWantsJobs() {
        assertThat(missing(JOBS, helped("router", "a"))
                        .and(missing(JOBS, once("router", "b")))
                        .warnings())
                .isEmpty();
        assertThat(missing(JOBS, helped("other", "a")).warnings()).isEmpty();
        assertThat(missing(new DatasetSpec("all", List.of(), Optional.empty(), List.of()), helped("router", "a"))
                        .warnings())
                .isEmpty();
    }

    @Test
    void aDatasetThatNamesNoAgentWantsThoseOfAll() {
        DatasetSpec all = new DatasetSpec("all", List.of(), Optional.of(PairUnit.JOB), List.of());

        assertThat(missing(all, helped("other", "a")).warnings())
                .singleElement()
                .asString()
                .startsWith("agent other has no job pair");
    }

    @Test
    void namesTheDatasetThatNothingWasPutTo() {
        DatasetSpec steps = new DatasetSpec("steps", List.of("router"), Optional.empty(), List.of());

        assertThat(MissingJobs.warnings(List.of(nothing(JOBS), nothing(steps)), config(JOBS)))
                .containsExactly("dataset routing: nothing published: its agents have no job pair;"
                        + " unit: step takes what their calls say");
    }

    private static MissingJobs missing(DatasetSpec set, List<Span> trace) {
        MissingJobs missing = new MissingJobs();
        JudgeRuns judge = new JudgeRuns(
                new Sieve(PairConfig.defaults()), JobAgents.of(config(set)), LocalDate.parse("2026-11-01"), 1);
        RunAssembler.assemble(trace, 1).forEach(run -> judge.call(run).forEachRemaining(missing::add));
        return missing;
    }

    private static DatasetsConfig config(DatasetSpec set) {
        DatasetsConfig usual = DatasetsConfig.defaults();
        return new DatasetsConfig(
                List.of(set),
                usual.unit(),
                usual.targets(),
                usual.preferences(),
                usual.minProbability(),
                usual.minLower(),
                usual.unlabelled(),
                usual.prior(),
                usual.requireNarrow(),
                usual.maxPerSubject(),
                usual.maxCharacters(),
                usual.minExamples(),
                usual.license());
    }

    private static Choice nothing(DatasetSpec spec) {
        return Choice.of(
                spec,
                config(spec),
                List.of(),
                new TreeMap<>(),
                new ChosenPreferences(List.of(), List.of()),
                LocalDate.parse("2026-11-01"),
                1);
    }

    private static List<Span> once(String agent, String trace) {
        return List.of(agent(agent, trace), call(trace, "1"));
    }

    private static List<Span> twice(String agent, String trace) {
        return List.of(agent(agent, trace), call(trace, "1"), call(trace, "2"));
    }

    private static List<Span> helped(String agent, String trace) {
        return List.of(
                agent(agent, trace),
                call(trace, "1"),
                span(trace, "2", SpanKind.RETRIEVER).build(),
                call(trace, "3"));
    }

    private static Span agent(String agent, String trace) {
        return Span.of("s", trace, "above", SpanKind.AGENT)
                .agent(Optional.of(agent))
                .startedAt(Optional.of(Instant.parse("2026-11-01T10:00:00Z")))
                .build();
    }

    private static Span call(String trace, String id) {
        return span(trace, id, SpanKind.LLM)
                .messagesIn(List.of(Message.of(Role.USER, "Where is order %s?".formatted(id))))
                .messagesOut(List.of(Message.of(Role.ASSISTANT, "Shipped.")))
                .build();
    }

    private static SpanBuilder span(String trace, String id, SpanKind kind) {
        return Span.of("s", trace, id, kind)
                .parentSpanId(Optional.of("above"))
                .startedAt(Optional.of(Instant.parse("2026-11-01T10:00:0%sZ".formatted(id))));
    }
}
