package dev.logmill.eval.suite;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How suites are drawn.
 *
 * @param seed changes what is drawn
 * @param failureRate share of a night's failures that are drawn
 * @param trafficRate share of runs that is drawn from all traffic whose leak groups are on the test side by lot
 * @param trafficAtLeast runs that are drawn so, where there are that many: a share of little traffic would decide nothing
 * @param maxPerNight most runs that one night adds to a suite by either draw
 * @param maxCases most cases of a suite; the oldest make way
 * @param minCases fewer are not published
 * @param failureBelow a pair whose label is below this, with evidence, is a failure
 * @param trustedFrom a pair whose label's lower bound is at least this is a right answer to its input
 * @param moveGroupsUpTo a failure of another side is drawn where its leak group has at most so many pairs, and takes the
 *     group to the test side; larger groups stay to be trained on
 * @param testSideUpTo share of an agent's pairs on the test side from which on failures take no more groups there
 */
public record SuitesConfig(
        String seed,
        double failureRate,
        double trafficRate,
        int trafficAtLeast,
        int maxPerNight,
        int maxCases,
        int minCases,
        double failureBelow,
        double trustedFrom,
        int moveGroupsUpTo,
        double testSideUpTo)
        implements Serializable {
    public static SuitesConfig defaults() {
        return new SuitesConfig("logmill", 1, 0.2, 50, 200, 2000, 5, 0.5, 0.35, 20, 0.4);
    }

    /** What is wrong with it, each with its key and what would be right. */
    public List<String> problems(String prefix) {
        List<String> problems = new ArrayList<>();
        share(problems, prefix + "failure-rate", failureRate);
        share(problems, prefix + "traffic-rate", trafficRate);
        share(problems, prefix + "failure-below", failureBelow);
        share(problems, prefix + "trusted-from", trustedFrom);
        share(problems, prefix + "test-side-up-to", testSideUpTo);
        atLeastOne(problems, prefix + "min-cases", minCases);
        atLeastOne(problems, prefix + "max-per-night", maxPerNight);
        if (maxCases < maxPerNight) {
            problems.add(
                    "%smax-cases must be at least max-per-night, %d, was %d".formatted(prefix, maxPerNight, maxCases));
        }
        if (trafficAtLeast < 0) {
            problems.add("%straffic-at-least must be 0 or more, was %d".formatted(prefix, trafficAtLeast));
        }
        if (moveGroupsUpTo < 0) {
            problems.add("%smove-groups-up-to must be 0 or more, was %d".formatted(prefix, moveGroupsUpTo));
        }
        return problems;
    }

    private static void atLeastOne(List<String> problems, String key, int value) {
        if (value < 1) {
            problems.add("%s must be at least 1, was %d".formatted(key, value));
        }
    }

    private static void share(List<String> problems, String key, double value) {
        if (!(value >= 0 && value <= 1)) {
            problems.add("%s must be in [0, 1], was %s".formatted(key, value));
        }
    }
}
