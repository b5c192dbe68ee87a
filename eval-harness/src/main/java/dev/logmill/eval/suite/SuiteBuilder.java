package dev.logmill.eval.suite;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.Side;
import dev.logmill.eval.grade.CaseGrading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** The candidates that are drawn, one a case, without the cases that are known; sorted by case id. */
    public List<Pick> draw(Collection<Candidate> tonight, Set<String> knownCases) {
        List<Candidate> reachable =
                tonight.stream().filter(one -> one.side() == Side.TEST).toList();
        List<Candidate> failures = tonight.stream()
                .filter(one -> one.failing() && (one.side() == Side.TEST || one.movable()))
                .toList();
        Draw traffic = draw(reachable, "traffic", config.trafficRate());
        Draw failing = draw(failures, "failure", config.failureRate());
        Map<String, Pick> picks = new TreeMap<>();
        for (Candidate one : ordered(tonight)) {
            boolean random = one.side() == Side.TEST && traffic.ids().contains(one.runId());
            boolean failed = one.failing()
                    && (one.side() == Side.TEST || one.movable())
                    && failing.ids().contains(one.runId());
            String id = Digest.of("case", suite, one.provenance().inputId()).id();
            if ((random || failed) && !knownCases.contains(id)) {
                double probability = probability(one, traffic.probability(), failing.probability());
                picks.merge(
                        id,
                        new Pick(one, id, random, traffic.probability() * testShare, probability),
                        // One input is one case; that the draw over all traffic had it is never lost.
                        (first, other) -> first.random() || !other.random() ? first : other);
            }
        }
        return List.copyOf(picks.values());
    }

    /** The case of a pick. */
    public Case made(Pick pick, Pair pair, References references, GraderChoice graders, LocalDate night, long batch) {
        Optional<References.Reference> reference = references.of(pair.inputId());
        return new Case(
                pick.caseId(),
                suite,
                pair.agent(),
                pick.candidate().failing() ? "failure" : "traffic",
                pick.probability(),
                pick.randomProbability(),
                pick.random(),
                pick.candidate().group(),
                pair.inputId(),
                pair.pairId(),
                pick.candidate().runId(),
                pick.candidate().provenance().project(),
                pick.candidate().provenance().traceId(),
                pick.candidate().provenance().spanId(),
                pair.input(),
                pair.tools(),
                pair.responseFormat(),
                reference.map(References.Reference::message),
                reference.map(References.Reference::origin),
                reference
                        .map(known -> graders.of(known.message(), pair.tools()))
                        .orElse(List.of()),
                night,
                batch);
    }

    /** Why a case is of no use: a reference that does not pass its own graders would fail every model. */
    public Optional<String> broken(Case made) {
        return made.reference().flatMap(reference -> CaseGrading.grade(made.graders(), made.reference(), reference)
                .fold(
                        score -> score.passed()
                                ? Optional.<String>empty()
                                : Optional.of("its reference scores %s".formatted(score.value())),
                        unscored -> Optional.of("its reference cannot be graded: " + unscored.why())));
    }

    /** The cases of the next version: where there are too many the oldest make way. Sorted by case id. */
    public List<Case> next(Collection<Case> before, Collection<Case> added) {
        List<Case> all = new ArrayList<>(before);
        all.addAll(added);
        return all.stream()
                .sorted(Comparator.comparing(Case::firstNight).reversed().thenComparing(Case::caseId))
                .limit(config.maxCases())
                .sorted(Comparator.comparing(Case::caseId))
                .toList();
    }

    private Draw draw(List<Candidate> members, String lottery, double rate) {
        return Draw.of(members, Candidate::runId, config.seed(), suite + "/" + lottery, rate, config.maxPerNight());
    }

    private static List<Candidate> ordered(Collection<Candidate> tonight) {
        List<Candidate> ordered = new ArrayList<>(tonight);
        ordered.sort(Comparator.comparing((Candidate one) -> !one.failing())
                .thenComparing(Candidate::runId)
                .thenComparing(one -> one.provenance().pairId())
                .thenComparing(one -> one.provenance().step()));
        return ordered;
    }

    /** Either lottery may have drawn it. */
    private double probability(Candidate one, double traffic, double failing) {
        double random = traffic * testShare;
        double failed = one.failing() ? failing * (one.movable() ? 1 : testShare) : 0;
        return 1 - (1 - random) * (1 - failed);
    }
}
