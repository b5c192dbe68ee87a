package dev.logmill.jobs.line;

import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.Side;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.CaseCandidate;
import dev.logmill.eval.suite.Inclusion;
import dev.logmill.eval.suite.Pick;
import dev.logmill.eval.suite.SuiteBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The cases of each suite's next version: those that stand, and those that tonight drew. */
final class NextCases {
    private final Night night;
    private final CaseEdges edges;
    private final CaseMaterial material;
    private final SuiteRefusals refusals;
    private final Set<String> moved = new HashSet<>();

    NextCases(Night night, CaseEdges edges, CaseMaterial material, SuiteRefusals refusals) {
        this.night = night;
        this.edges = edges;
        this.material = material;
        this.refusals = refusals;
    }

    /** Leak groups that a case takes to the test side. */
    Set<String> moved() {
        return moved;
    }

    List<Case> of(String suite, List<Case> before, List<Pick> picks, Inclusion inclusion) {
        SuiteBuilder builder = new SuiteBuilder(suite, night.config().suites());
        List<Case> next = new ArrayList<>();
        for (Case one : builder.drawnAgain(before, picks)) {
            standing(builder, one).ifPresent(next::add);
        }
        for (Pick pick : SuiteBuilder.fresh(picks, before)) {
            fresh(builder, suite, pick).ifPresent(next::add);
        }
        return builder.next(next).stream()
                .map(one -> one.withProbability(inclusion.of(one.caseId(), edges.occurrences(one.inputId()))))
                .toList();
    }

    /**
     * A case that was there before, as it is now. Where no log asks its input any more it is retired: what it stood for is
     * not traffic, and nobody could look up why it is asked. So is a failure that is none after all, since its feedback was
     * edited, taken back or outvoted; what a draw over all traffic had too stays as such.
     */
    private Optional<Case> standing(SuiteBuilder builder, Case one) {
        Optional<Case> here = edges.originOf(one).map(one::from);
        if (here.isEmpty()) {
            refusals.add(one.suite(), one.pairId(), one.agent(), "not_asked_any_more", "0 occurrences of its input");
            return Optional.empty();
        }
        if (!material.inputs().contains(one.inputId())) {
            return here;
        }
        if (one.isFailure() && !material.failing().contains(one.inputId()) && !one.randomSample()) {
            refusals.add(
                    one.suite(),
                    one.pairId(),
                    one.agent(),
                    "no_failure_any_more",
                    "no answer to its input is below suites.failure-below %s"
                            .formatted(night.config().suites().failureBelow()));
            return Optional.empty();
        }
        Case stands = material.failing().contains(one.inputId())
                ? here.get()
                : here.get().asTraffic();
        Case known = builder.referenced(stands, material.references(), material.graders(one.agent()));
        return Optional.of(builder.broken(known).isEmpty() ? known : known.withoutReference());
    }

    private Optional<Case> fresh(SuiteBuilder builder, String suite, Pick pick) {
        Pair pair = material.pair(pick.candidate().provenance().pairId());
        Optional<String> unaskable = SuiteBuilder.unaskable(pair);
        if (unaskable.isPresent()) {
            refusals.add(suite, pair.pairId(), pair.agent(), "media", unaskable.get());
            return Optional.empty();
        }
        Case made = builder.referenced(
                builder.made(pick, pair, night.asOf(), night.batch()),
                material.references(),
                material.graders(pair.agent()));
        Optional<String> broken = builder.broken(made);
        if (broken.isPresent()) {
            refusals.add(suite, pair.pairId(), pair.agent(), "broken_reference", broken.get());
            return Optional.empty();
        }
        moveToTest(pick.candidate());
        return Optional.of(made);
    }

    private void moveToTest(CaseCandidate candidate) {
        if (candidate.own().side() != Side.TEST) {
            moved.add(candidate.own().group());
        }
    }

    /** Says of what may not be asked why: its person is on the test side, its input is not. */
    void refuseBarred(String suite, Collection<CaseCandidate> candidates) {
        candidates.stream()
                .filter(CaseCandidate::barred)
                .forEach(one -> refusals.add(
                        suite,
                        one.provenance().pairId(),
                        one.provenance().agent(),
                        "input_on_another_side",
                        "side TEST of its person, side %s of its input"
                                .formatted(one.input().side())));
    }
}
