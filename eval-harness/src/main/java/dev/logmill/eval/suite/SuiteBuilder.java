package dev.logmill.eval.suite;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.pair.Pair;
import dev.logmill.eval.grade.CaseGrading;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Draws tonight's cases of one suite: failures, and a random sample of all traffic.
 *
 * <p>A suite of failures alone would favour whoever did not make them; the random sample is what a promotion rests on, so
 * nothing that depends on an outcome may touch it. It is drawn in two stages: leak groups come to the test side by lot, and
 * of their runs tonight a simple random sample is taken. Groups that a failure took to the test side are not in it, and what
 * the failures had, tonight or before, takes nothing from it. Each occurrence that it draws stands for one over its
 * probability; where one input occurs often, these add up on its case (Horvitz and Thompson, JASA 47, 1952).
 */
public final class SuiteBuilder {
    private final String suite;
    private final SuitesConfig config;
    private final double testShare;

    /** @param testShare probability that a leak group's lot is the test side */
    public SuiteBuilder(String suite, SuitesConfig config, double testShare) {
        this.suite = suite;
        this.config = config;
        this.testShare = testShare;
    }

    /** The inputs that are drawn tonight, whether they are cases already or not; sorted by case id. */
    public List<Pick> draw(Collection<Candidate> candidates) {
        Draw traffic = draw(
                candidates.stream().filter(Candidate::inLottery).toList(),
                "traffic",
                config.trafficRate(),
                config.trafficAtLeast());
        Draw failing = draw(
                candidates.stream().filter(Candidate::failureInReach).toList(), "failure", config.failureRate(), 0);
        Map<String, Pick> picks = new TreeMap<>();
        candidates.stream().sorted(ORDER).forEach(one -> {
            boolean random = one.inLottery() && traffic.ids().contains(one.runId());
            boolean failed = one.failureInReach() && failing.ids().contains(one.runId());
            if (random || failed) {
                double byTraffic = one.inLottery() ? traffic.probability() * testShare : 0;
                double byFailure = one.failureInReach() ? failing.probability() * one.reach() : 0;
                String id = Digest.of("case", suite, one.provenance().inputId()).id();
                picks.merge(
                        id,
                        new Pick(one, id, failed, random ? 1 / byTraffic : 0, 1 - (1 - byTraffic) * (1 - byFailure)),
                        Pick::and);
            }
        });
        return List.copyOf(picks.values());
    }

    private static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::runId)
            .thenComparing(one -> one.provenance().pairId())
            .thenComparing(one -> one.provenance().step());

    private Draw draw(List<Candidate> members, String lottery, double rate, int atLeast) {
        List<String> runs = members.stream().map(Candidate::runId).toList();
        return Draw.of(runs, config.seed(), suite + "/" + lottery, rate, atLeast, config.maxPerNight());
    }

    /** The case of a pick. */
    public Case made(Pick pick, Pair pair, References references, GraderChoice graders, LocalDate night, long batch) {
        Case bare = new Case(
                pick.caseId(),
                suite,
                pair.agent(),
                pick.failed() ? Case.FAILURE : Case.TRAFFIC,
                pick.probability(),
                pick.trafficWeight(),
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
                Optional.empty(),
                Optional.empty(),
                List.of(),
                night,
                batch);
        return referenced(bare, references, graders);
    }

    /**
     * The case with a right answer that became known since; one that a person wrote takes the place of one that production
     * gave, and nothing else is replaced.
     */
    public Case referenced(Case one, References references, GraderChoice graders) {
        return references
                .of(one.inputId())
                .filter(known -> one.reference().isEmpty()
                        || (one.ownReference() && known.origin().equals(References.CORRECTION)))
                .map(known ->
                        one.withReference(known.message(), known.origin(), graders.of(known.message(), one.task())))
                .orElse(one);
    }

    /**
     * Why a case is of no use: a reference that does not pass its own graders would fail every model. One that has none needs
     * a judge, and is not broken.
     */
    public Optional<String> broken(Case made) {
        return made.reference().filter(known -> !made.graders().isEmpty()).flatMap(reference -> CaseGrading.grade(
                        made.graders(), made.reference(), reference)
                .fold(
                        score -> score.passed()
                                ? Optional.<String>empty()
                                : Optional.of("its reference scores %s".formatted(score.value())),
                        unscored -> Optional.of("its reference cannot be graded: " + unscored.why())));
    }

    /** Cases with what tonight drew of them again. */
    public List<Case> drawnAgain(Collection<Case> before, Collection<Pick> picks) {
        Map<String, Pick> byCase = picks.stream().collect(Collectors.toMap(Pick::caseId, pick -> pick));
        return before.stream()
                .map(one -> Optional.ofNullable(byCase.get(one.caseId()))
                        .map(one::drawnAgain)
                        .orElse(one))
                .toList();
    }

    /** The picks that are no cases yet. */
    public static List<Pick> fresh(Collection<Pick> picks, Collection<Case> before) {
        Set<String> known = before.stream().map(Case::caseId).collect(Collectors.toSet());
        return picks.stream().filter(pick -> !known.contains(pick.caseId())).toList();
    }

    /**
     * The cases of the next version, sorted by case id: where there are too many those of the oldest nights make way, and
     * of one night those of the greatest case ids, in which no outcome has a say.
     */
    public List<Case> next(Collection<Case> cases) {
        return cases.stream()
                .sorted(Comparator.comparing(Case::firstNight).reversed().thenComparing(Case::caseId))
                .limit(config.maxCases())
                .sorted(Comparator.comparing(Case::caseId))
                .toList();
    }
}
