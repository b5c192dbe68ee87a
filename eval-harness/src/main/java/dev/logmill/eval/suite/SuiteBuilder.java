package dev.logmill.eval.suite;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.pair.Side;
import dev.logmill.eval.grade.CaseGrading;
import dev.logmill.eval.grade.GraderSpec;
import dev.logmill.eval.grade.Judgement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Draws tonight's cases of one suite: failures, and a random sample of all traffic.
 *
 * <p>Both draws are by run, with known probabilities, so that what a suite says can be weighted back to all traffic. A
 * suite of failures alone would favour whoever did not make them; the random sample is what a promotion rests on. It is
 * drawn from the test side, to which a group comes by lot, so its probability is that lot's share times the rate.
 */
public final class SuiteBuilder {
    private final String suite;
    private final SuitesConfig config;
    private final double testShare;

    public SuiteBuilder(String suite, SuitesConfig config, double testShare) {
        this.suite = suite;
        this.config = config;
        this.testShare = testShare;
    }

    /**
     * A version's cases.
     *
     * @param cases sorted by case id
     * @param moved leak groups that a case takes to the test side
     * @param refused cases whose reference does not pass their own graders, by pair id, with what it scored
     */
    public record Built(List<Case> cases, List<String> moved, Map<String, String> refused) {}

    /** The next version: the cases of the one before, and tonight's. */
    public Built build(
            Collection<Case> before,
            Collection<Candidate> tonight,
            References references,
            GraderChooser graders,
            LocalDate night,
            long batch) {
        List<Candidate> reachable = tonight.stream()
                .filter(candidate -> candidate.side() == Side.TEST)
                .toList();
        List<Candidate> failures = tonight.stream()
                .filter(candidate -> candidate.failing() && (candidate.side() == Side.TEST || candidate.movable()))
                .toList();
        Draw traffic = Draw.of(
                reachable,
                SuiteBuilder::run,
                config.seed(),
                suite + "/traffic",
                config.trafficRate(),
                config.maxPerNight());
        Draw failing = Draw.of(
                failures,
                SuiteBuilder::run,
                config.seed(),
                suite + "/failure",
                config.failureRate(),
                config.maxPerNight());
        Map<String, Case> cases = new TreeMap<>();
        before.forEach(known -> cases.put(known.caseId(), known));
        List<String> moved = new ArrayList<>();
        Map<String, String> refused = new TreeMap<>();
        List<Candidate> ordered = new ArrayList<>(tonight);
        ordered.sort(Comparator.comparing((Candidate c) -> !c.failing())
                .thenComparing(SuiteBuilder::run)
                .thenComparing(c -> c.pair().pairId()));
        for (Candidate candidate : ordered) {
            boolean drawn = traffic.ids().contains(run(candidate)) && candidate.side() == Side.TEST;
            boolean failed =
                    candidate.failing() && failing.ids().contains(run(candidate)) && failures.contains(candidate);
            String id = Digest.of("case", suite, candidate.pair().inputId()).id();
            if ((drawn || failed) && !cases.containsKey(id)) {
                double probability = probability(candidate, traffic.probability(), failing.probability());
                Case made = made(id, candidate, drawn, probability, references, graders, night, batch);
                Optional<String> broken = broken(made);
                if (broken.isPresent()) {
                    refused.put(made.pairId(), broken.get());
                } else {
                    cases.put(id, made);
                    if (candidate.side() != Side.TEST) {
                        moved.add(candidate.group());
                    }
                }
            }
        }
        return new Built(
                newest(cases.values()), moved.stream().distinct().sorted().toList(), refused);
    }

    /** Chooses the graders of a case by its right answer. */
    public interface GraderChooser {
        List<GraderSpec> graders(References.Reference reference, Candidate candidate);
    }

    private static String run(Candidate candidate) {
        return candidate.provenance().runId();
    }

    /** Either lottery may have drawn it; a run off the test side only the failures'. */
    private double probability(Candidate candidate, double traffic, double failing) {
        double random = traffic * testShare;
        double failed = candidate.failing() ? failing * (candidate.movable() ? 1 : testShare) : 0;
        return 1 - (1 - random) * (1 - failed);
    }

    private Case made(
            String id,
            Candidate candidate,
            boolean drawn,
            double probability,
            References references,
            GraderChooser graders,
            LocalDate night,
            long batch) {
        Optional<References.Reference> reference =
                references.of(candidate.pair().inputId());
        return new Case(
                id,
                suite,
                candidate.pair().agent(),
                candidate.failing() ? "failure" : "traffic",
                probability,
                drawn,
                candidate.group(),
                candidate.pair().inputId(),
                candidate.pair().pairId(),
                run(candidate),
                candidate.provenance().project(),
                candidate.provenance().traceId(),
                candidate.provenance().spanId(),
                candidate.pair().input(),
                candidate.pair().tools(),
                candidate.pair().responseFormat(),
                reference.map(References.Reference::message),
                reference.map(References.Reference::origin),
                reference.map(known -> graders.graders(known, candidate)).orElse(List.of()),
                night,
                batch);
    }

    /** A reference that does not pass its own graders would fail every model. */
    private static Optional<String> broken(Case made) {
        if (made.reference().isEmpty()) {
            return Optional.empty();
        }
        Judgement judgement = CaseGrading.grade(
                made.graders(), made.reference(), made.reference().get());
        return judgement.fold(
                score -> score.passed()
                        ? Optional.<String>empty()
                        : Optional.of("its reference scores %s".formatted(score.value())),
                unscored -> Optional.of("its reference cannot be graded"));
    }

    private List<Case> newest(Collection<Case> cases) {
        return cases.stream()
                .sorted(Comparator.comparing(Case::firstNight).reversed().thenComparing(Case::caseId))
                .limit(config.maxCases())
                .sorted(Comparator.comparing(Case::caseId))
                .toList();
    }
}
