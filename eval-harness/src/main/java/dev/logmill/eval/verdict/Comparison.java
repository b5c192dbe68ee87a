package dev.logmill.eval.verdict;

import dev.logmill.eval.run.EndpointConfig;
import dev.logmill.eval.run.Trials;
import dev.logmill.eval.suite.Case;
import java.util.List;
import java.util.Optional;

/**
 * What a verdict is about.
 *
 * @param suite the suite's name
 * @param version its version
 * @param cases all of its cases; those that cannot be graded need not have been asked
 * @param candidate the model that may be promoted
 * @param baseline the model that it is compared with: asked as the candidate is, never taken from the logs
 */
public record Comparison(
        String suite, String version, List<Case> cases, Contender candidate, Optional<Contender> baseline) {
    public Comparison {
        cases = List.copyOf(cases);
    }

    /** A model, and what came of putting the suite to it. */
    public record Contender(String name, EndpointConfig endpoint, Trials trials) {}
}
