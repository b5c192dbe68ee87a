package dev.logmill.eval.verdict;

import static dev.logmill.eval.verdict.Gate.said;

import dev.logmill.curation.json.Digest;
import dev.logmill.eval.statistics.Interval;
import dev.logmill.eval.statistics.PairedComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A verdict in the making: what was measured, and the reasons so far. */
final class Reasoned {
    private final Comparison comparison;
    private final Scoring scoring;
    private final double alpha;
    private final List<String> reasons = new ArrayList<>();
    private Optional<Double> estimate = Optional.empty();
    private Optional<Interval> interval = Optional.empty();

    Reasoned(Comparison comparison, Scoring scoring, double alpha) {
        this.comparison = comparison;
        this.scoring = scoring;
        this.alpha = alpha;
    }

    Comparison comparison() {
        return comparison;
    }

    void because(String reason) {
        reasons.add(reason);
    }

    /** What was estimated, and the interval that decides. */
    void of(double estimated, Interval within) {
        estimate = Optional.of(estimated);
        interval = Optional.of(within);
    }

    /**
     * Says whom the references favour: where a right answer is one that production gave, whoever answers like production
     * is right, so a promotion stands in spite of it, while a hold may be due to it.
     */
    void explainReferences(List<GradedCase> random) {
        List<GradedCase> others =
                random.stream().filter(one -> !one.graded().ownReference()).toList();
        int own = random.size() - others.size();
        if (own > 0) {
            PairedComparison without = GradedCase.paired(others);
            because(said(
                            "for %d of these %d cases (%.0f %%) the right answer is one that production gave itself, which favours whoever answers like production",
                            own, random.size(), 100.0 * own / random.size())
                    + (without.cases() == 0
                            ? ""
                            : said(
                                    "; on the %d others the candidate alone passes %d, the baseline alone %d",
                                    without.cases(), without.wins(), without.losses())));
        }
        long drawn =
                comparison.cases().stream().filter(one -> one.randomSample()).count();
        if (drawn > random.size()) {
            because(said(
                    "of %d cases drawn from all traffic %d could be graded; of the others nothing is known",
                    drawn, random.size()));
        }
    }

    Verdict invalid(String reason) {
        comparison
                .candidate()
                .trials()
                .stopped()
                .ifPresent(why -> stopped(comparison.candidate().name(), why));
        comparison.baseline().ifPresent(model -> model.trials().stopped().ifPresent(why -> stopped(model.name(), why)));
        because(reason);
        return is(Decision.INVALID);
    }

    private void stopped(String model, String why) {
        because(said("%s was given up: %s", model, why));
    }

    /** What has no whole answer is not graded; what the endpoints said of it. */
    private void explainUnanswered(Decision decision) {
        if (decision != Decision.INVALID
                && !scoring.graded().isEmpty()
                && !scoring.unanswered().isEmpty()) {
            because(said(
                    "%d cases without a whole answer are not graded: %s",
                    scoring.unansweredCases(), scoring.unansweredByOutcome()));
        }
        explainUnanswered(comparison.candidate());
        comparison.baseline().ifPresent(this::explainUnanswered);
    }

    private void explainUnanswered(Comparison.Contender model) {
        model.trials()
                .words()
                .forEach((outcome, words) -> because(said("%s, %s: \"%s\"", model.name(), outcome, words)));
    }

    Verdict is(Decision decision) {
        explainUnanswered(decision);
        List<GradedCase> graded = scoring.graded();
        PairedComparison all = GradedCase.paired(graded);
        boolean compared = comparison.baseline().isPresent() && !graded.isEmpty();
        String scores = graded.stream()
                .map(one -> "%s %s %s".formatted(one.graded().caseId(), one.candidate(), one.baseline()))
                .toList()
                .toString();
        return new Verdict(
                Digest.of(
                                comparison.suite(),
                                comparison.version(),
                                comparison.candidate().name(),
                                comparison
                                        .baseline()
                                        .map(Comparison.Contender::name)
                                        .orElse(""),
                                scores,
                                reasons.toString())
                        .id(),
                comparison.suite(),
                comparison.version(),
                comparison.candidate().name(),
                comparison.baseline().map(Comparison.Contender::name),
                decision,
                reasons,
                graded.size(),
                (int) graded.stream().filter(one -> one.graded().randomSample()).count(),
                (int) graded.stream().filter(one -> one.graded().ownReference()).count(),
                scoring.ungraded(),
                scoring.unansweredCases(),
                rate(graded.stream().filter(GradedCase::candidate).count(), graded.size()),
                compared
                        ? Optional.of(rate(
                                graded.stream()
                                        .filter(one -> one.baseline().orElseThrow())
                                        .count(),
                                graded.size()))
                        : Optional.empty(),
                all.wins(),
                all.losses(),
                compared ? Optional.of(all.twoSidedP()) : Optional.empty(),
                estimate,
                interval.map(Interval::lower),
                interval.map(Interval::upper),
                1 - 2 * alpha);
    }

    private static double rate(long passed, int of) {
        return of == 0 ? 0 : (double) passed / of;
    }
}
