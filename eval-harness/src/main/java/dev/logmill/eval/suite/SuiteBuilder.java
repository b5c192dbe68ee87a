package dev.logmill.eval.suite;

import dev.logmill.curation.pair.Pair;
import dev.logmill.eval.grade.CaseGrading;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the cases of one suite from what was drawn, and keeps them up to date. */
public final class SuiteBuilder {
    private final String suite;
    private final SuitesConfig config;

    public SuiteBuilder(String suite, SuitesConfig config) {
        this.suite = suite;
        this.config = config;
    }

    /** The case of a pick, with no right answer yet; how likely it was is not known yet either. */
    public Case made(Pick pick, Pair pair, LocalDate night, long batch) {
        return new Case(
                pick.caseId(),
                suite,
                pair.agent(),
                pick.failed() ? Case.FAILURE : Case.TRAFFIC,
                0,
                pick.trafficWeight(),
                pick.candidate().own().group(),
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
                Optional.empty(),
                0,
                List.of(),
                night,
                batch);
    }

    /**
     * The case with what is known of its right answer now. One that still stands stays, unless a person wrote a better one;
     * one that does not is withdrawn, and the best known takes its place.
     */
    public Case referenced(Case one, References references, GraderChoice graders) {
        Comparator<References.Reference> bestFirst = Comparator.comparing(
                        (References.Reference reference) -> !reference.written())
                .thenComparing(reference -> !reference.isOf(one));
        List<Case> ways = references.of(one.inputId()).stream()
                .sorted(bestFirst)
                .map(reference -> one.withReference(
                        reference, reference.isOf(one) ? one.graders() : graders.of(reference.message(), one.task())))
                .toList();
        return ways.stream()
                .filter(way -> broken(way).isEmpty())
                .findFirst()
                .or(() -> ways.stream().findFirst())
                .orElseGet(one::withoutReference);
    }

    /** Why an input can be no case: it must be asked as text. */
    public static Optional<String> unaskable(Pair pair) {
        long withMedia = pair.input().stream()
                .filter(message -> !message.media().isEmpty())
                .count();
        return withMedia == 0
                ? Optional.empty()
                : Optional.of("%d messages with images or files, models are asked text".formatted(withMedia));
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
