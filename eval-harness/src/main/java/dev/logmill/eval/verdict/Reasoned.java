package dev.logmill.eval.verdict;

import static dev.logmill.eval.verdict.Gate.said;

import dev.logmill.curation.json.Digest;
import dev.logmill.eval.statistics.Interval;
import dev.logmill.eval.statistics.PairedComparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A verdict in the making: what was measured, and the reasons so far. */
final class Reasoned {
    private static final int EXAMPLES = 3;

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

    /** Says what could be graded of the draw, and whom the right answers favour. */
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
        explainUngraded(random.size());
    }

    private void explainUngraded(int graded) {
        long drawn =
                comparison.cases().stream().filter(one -> one.randomSample()).count();
        if (drawn > graded) {
            because(said(
                    "of %d cases drawn from all traffic %d could be graded; of the others nothing is known",
                    drawn, graded));
        }
        long needJudge = comparison.cases().stream()
                .filter(one -> one.reference().isPresent() && one.graders().isEmpty())
                .count();
        if (needJudge > 0) {
            because(said(
                    "%d cases have a right answer that a good model may word otherwise; they need a judge and are not graded",
                    needJudge));
        }
    }

    /** Says what is missing of one model alone. */
    void explainMissing() {
        int ofCandidate = scoring.candidateMissing().size();
        int ofBaseline = scoring.baselineMissing().size();
        if (ofCandidate + ofBaseline > 0) {
            because(said(
                    "%d cases miss an answer of the candidate alone that could be graded, and %d of the baseline alone; nobody is"
                            + " promoted or held unless that also holds with these counted as failed",
                    ofCandidate, ofBaseline));
        }
    }

    /** Names some cases that only one of the models passed, with what the graders say of them. */
    void giveExamples() {
        List<GradedCase> cases = scoring.graded().stream()
                .filter(one -> one.baseline().isPresent())
                .sorted(Comparator.comparing(one -> one.graded().caseId()))
                .toList();
        examples("won", cases.stream().filter(one -> one.difference() > 0).toList());
        examples("lost", cases.stream().filter(one -> one.difference() < 0).toList());
    }

    private void examples(String outcome, List<GradedCase> cases) {
        cases.stream()
                .limit(EXAMPLES)
                .forEach(one -> because(said(
                        "%s, for example: case %s (candidate: %s; baseline: %s); 'logmill explain %s' shows the answers",
                        outcome,
                        one.graded().caseId(),
                        one.candidate().why(),
                        one.baseline().orElseThrow().why(),
                        one.graded().caseId())));
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
        List<GradedCase> random = Evidence.random(graded, List.of());
        PairedComparison all = GradedCase.paired(graded);
        boolean compared = comparison.baseline().isPresent() && !graded.isEmpty();
        return new Verdict(
                id(),
                comparison.suite(),
                comparison.version(),
                comparison.candidate().name(),
                comparison.baseline().map(Comparison.Contender::name),
                decision,
                reasons,
                graded.size(),
                random.size(),
                GradedCase.groups(random),
                (int) graded.stream().filter(one -> one.graded().ownReference()).count(),
                scoring.ungraded(),
                scoring.unansweredCases(),
                scoring.candidateMissing().size(),
                scoring.baselineMissing().size(),
                Mark.passRate(graded.stream().map(GradedCase::candidate).toList()),
                Mark.passRate(
                        graded.stream().flatMap(one -> one.baseline().stream()).toList()),
                all.wins(),
                all.losses(),
                compared ? Optional.of(all.twoSidedP()) : Optional.empty(),
                estimate,
                interval.map(Interval::lower),
                interval.map(Interval::upper),
                1 - 2 * alpha);
    }

    private String id() {
        List<String> scores = scoring.graded().stream()
                .map(one -> "%s %s %s"
                        .formatted(
                                one.graded().caseId(),
                                one.candidate().passed(),
                                one.baseline().map(Mark::passed)))
                .toList();
        return Digest.of(
                        comparison.suite(),
                        comparison.version(),
                        comparison.candidate().name(),
                        comparison.baseline().map(Comparison.Contender::name).orElse(""),
                        scores.toString(),
                        reasons.toString())
                .id();
    }
}
