package dev.logmill.eval.verdict;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Usage;
import dev.logmill.eval.run.EndpointConfig;
import dev.logmill.eval.run.Outcome;
import dev.logmill.eval.run.Transcript;
import dev.logmill.eval.run.Trial;
import dev.logmill.eval.run.Trials;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.SampleCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A candidate and a baseline that answer cases as told, one by one. */
final class Arena {
    /** Tokens and milliseconds that an answer takes. */
    record Effort(long tokens, long millis) {}

    private static final dev.logmill.eval.run.Effort NOTHING = dev.logmill.eval.run.Effort.NONE;

    private final List<Case> cases = new ArrayList<>();
    private final Map<String, Trial> candidate = new TreeMap<>();
    private final Map<String, Trial> baseline = new TreeMap<>();
    private final Map<String, Outcome> failed = new TreeMap<>();
    private Effort candidates = new Effort(100, 100);
    private Effort baselines = new Effort(100, 100);
    private Optional<String> stopped = Optional.empty();
    private Map<Outcome, String> words = Map.of();

    Arena effort(Effort ofCandidate, Effort ofBaseline) {
        candidates = ofCandidate;
        baselines = ofBaseline;
        return this;
    }

    Arena stopped(String why) {
        stopped = Optional.of(why);
        return this;
    }

    Arena said(Outcome outcome, String sample) {
        words = Map.of(outcome, sample);
        return this;
    }

    Arena play(Case one, boolean candidatePasses, boolean baselinePasses) {
        cases.add(one);
        candidate.put(one.caseId(), trial(one, "candidate", candidatePasses, Outcome.ANSWERED, candidates));
        baseline.put(one.caseId(), trial(one, "baseline", baselinePasses, Outcome.ANSWERED, baselines));
        return this;
    }

    /** Cases of groups of their own: both right, the candidate alone, the baseline alone. */
    Arena random(int both, int wins, int losses) {
        for (int i = 0; i < both + wins + losses; i++) {
            String id = "random-%d-%d".formatted(cases.size(), i);
            play(SampleCases.random(id, "group " + id), i < both + wins, i < both || i >= both + wins);
        }
        return this;
    }

    Arena truncated(Case one) {
        return truncated(one, true);
    }

    Arena truncated(Case one, boolean baselinePasses) {
        cases.add(one);
        candidate.put(one.caseId(), trial(one, "candidate", true, Outcome.TRUNCATED, candidates));
        baseline.put(one.caseId(), trial(one, "baseline", baselinePasses, Outcome.ANSWERED, baselines));
        return this;
    }

    /** The candidate answers, the baseline's answer is cut. */
    Arena baselineTruncated(Case one, boolean candidatePasses) {
        cases.add(one);
        candidate.put(one.caseId(), trial(one, "candidate", candidatePasses, Outcome.ANSWERED, candidates));
        baseline.put(one.caseId(), trial(one, "baseline", true, Outcome.TRUNCATED, baselines));
        return this;
    }

    Arena unanswered(Case one, Outcome why) {
        cases.add(one);
        failed.put(one.caseId(), why);
        baseline.put(one.caseId(), trial(one, "baseline", true, Outcome.ANSWERED, baselines));
        return this;
    }

    Arena unasked(Case one) {
        cases.add(one);
        return this;
    }

    Comparison compared() {
        return new Comparison(
                "suite",
                "v1",
                cases,
                contender("candidate", candidate, failed),
                Optional.of(contender("baseline", baseline, Map.of())));
    }

    Comparison alone() {
        return new Comparison("suite", "v1", cases, contender("candidate", candidate, failed), Optional.empty());
    }

    private Comparison.Contender contender(String name, Map<String, Trial> kept, Map<String, Outcome> lost) {
        EndpointConfig endpoint = new EndpointConfig(
                "http://localhost/v1",
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(1.),
                Optional.of(1.));
        return new Comparison.Contender(
                name,
                endpoint,
                new Trials(
                        kept,
                        lost,
                        lost.isEmpty() ? Map.of() : words,
                        0,
                        NOTHING,
                        name.equals("candidate") ? stopped : Optional.empty()));
    }

    private static Trial trial(Case one, String model, boolean passes, Outcome outcome, Effort effort) {
        Usage usage = new Usage(
                Optional.of(effort.tokens()),
                Optional.of(effort.tokens()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Message answer = passes ? SampleCases.RIGHT : Message.of(Role.ASSISTANT, "no");
        return new Trial(
                model + one.caseId(),
                one.caseId(),
                "suite",
                model,
                0,
                outcome,
                new Transcript(answer, Optional.empty(), usage, effort.millis()),
                1);
    }
}
