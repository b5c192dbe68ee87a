package dev.logmill.jobs.line;

import dev.logmill.curation.agent.AgentState;
import dev.logmill.curation.pair.Candidate;
import dev.logmill.curation.pair.NoJob;
import dev.logmill.curation.pair.Occurrence;
import dev.logmill.curation.pair.PairMaker;
import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.pair.Rejection;
import dev.logmill.curation.pair.rule.Sieve;
import dev.logmill.curation.run.Run;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapFunction;

/** A run to its pairs and rejections, and to what it says of its agent. */
final class JudgeRuns implements FlatMapFunction<Run, Judged> {
    private final Sieve sieve;
    private final JobAgents wanted;
    private final LocalDate night;
    private final long batch;

    JudgeRuns(Sieve sieve, JobAgents wanted, LocalDate night, long batch) {
        this.sieve = sieve;
        this.wanted = wanted;
        this.night = night;
        this.batch = batch;
    }

    @Override
    public Iterator<Judged> call(Run run) {
        List<Candidate> candidates = PairMaker.pairs(run);
        List<Sieved> sieved = candidates.stream()
                .map(candidate -> new Sieved(candidate, sieve.rejection(candidate, night, batch)))
                .toList();
        boolean alone =
                sieved.stream().noneMatch(one -> one.kept() && one.candidate().unit() == PairUnit.STEP);
        List<Judged> judged = new ArrayList<>(candidates.size() + 1);
        sieved.forEach(one -> judged.add(judged(run, one, alone)));
        judged.add(new Judged(
                run.traceId(),
                run.rebuilt(),
                occurrence(run, "", List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(AgentState.of(run, candidates)),
                wanted.has(run.agent()) ? NoJob.of(run, candidates) : Optional.empty()));
        return judged.iterator();
    }

    private record Sieved(Candidate candidate, Optional<Rejection> rejection) {
        boolean kept() {
            return rejection.isEmpty();
        }
    }

    private Judged judged(Run run, Sieved one, boolean alone) {
        Candidate candidate = one.candidate();
        return new Judged(
                run.traceId(),
                run.rebuilt(),
                occurrence(run, candidate.inputId(), candidate.history()),
                one.kept() ? candidate.pair(night, batch) : Optional.empty(),
                one.kept() ? Optional.of(candidate.provenance(alone, night, batch)) : Optional.empty(),
                one.rejection(),
                Optional.empty(),
                Optional.empty());
    }

    private static Occurrence occurrence(Run run, String inputId, List<String> history) {
        return new Occurrence(
                run.project(), run.subject(), run.sessionId(), run.runId(), run.groupId(), inputId, history);
    }
}
