package dev.logmill.eval.verdict;

import static dev.logmill.eval.verdict.Gate.said;

import dev.logmill.eval.run.EvaluateConfig;
import dev.logmill.eval.statistics.Power;
import dev.logmill.eval.suite.Case;
import java.util.List;

/** What a suite will be able to tell, said before anything is paid for. */
public final class Foresight {
    /** Share of cases on which two models of a kind come out differently. */
    private static final double DISCORDANT = 0.2;

    private Foresight() {}

    /** A sentence for a person. Leak groups count as one case each, which is what they are at the worst. */
    public static String of(List<Case> cases, EvaluateConfig config) {
        List<Case> random = cases.stream()
                .filter(one -> one.gradable() && one.randomSample() && !one.productionFailed())
                .toList();
        long groups = random.stream().map(Case::leakGroup).distinct().count();
        if (groups < config.minCases()) {
            return said(
                    "%d cases of %d groups decide, those of the draw over all traffic that can be graded and that production did not fail;"
                            + " with fewer than %d groups nothing will be decided",
                    random.size(), groups, config.minCases());
        }
        double found = Power.minimumDetectable(Math.sqrt(DISCORDANT / groups), config.alpha(), Gate.POWER);
        double wanted = Math.min(DISCORDANT, Math.max(config.margin(), 0.01));
        return said(
                "%d cases of %d groups decide, those of the draw over all traffic that can be graded and that production did not fail:"
                        + " where %.0f %% of them come out differently, a"
                        + " true difference of %.3f will be found %.0f %% of the time; one of %.3f takes %d groups",
                random.size(),
                groups,
                DISCORDANT * 100,
                found,
                Gate.POWER * 100,
                wanted,
                Power.casesNeeded(DISCORDANT, wanted, 2 * config.alpha(), Gate.POWER));
    }
}
