package dev.logmill.orchestration;

import java.util.List;

/**
 * One job of a plan.
 *
 * @param name its name on the command line
 * @param needs jobs that must have ended before it begins
 */
public record PlannedJob(String name, List<String> needs) {
    public PlannedJob {
        needs = List.copyOf(needs);
    }
}
