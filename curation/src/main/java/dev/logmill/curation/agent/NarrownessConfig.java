package dev.logmill.curation.agent;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What an agent must be like for its pairs to be published without a person.
 *
 * @param windowDays nights that are measured together
 * @param minRuns fewer runs say too little
 * @param minNights fewer nights say too little
 * @param minTemplateCoverage share of calls with the most frequent prompt template
 * @param maxEffectiveTools exp of the entropy of the choice of tool
 * @param maxToolsOffered most tools offered at once
 * @param maxDepth 95th percentile of a run's depth, spans
 * @param maxCalls 95th percentile of LLM calls in a run
 * @param maxTurns 95th percentile of user turns in a run
 * @param minSuccess lower bound of the share of runs that succeed
 */
public record NarrownessConfig(
        int windowDays,
        long minRuns,
        int minNights,
        double minTemplateCoverage,
        double maxEffectiveTools,
        long maxToolsOffered,
        long maxDepth,
        long maxCalls,
        long maxTurns,
        double minSuccess)
        implements Serializable {
    public static NarrownessConfig defaults() {
        return new NarrownessConfig(30, 50, 1, 0.9, 4, 8, 4, 6, 3, 0.5);
    }

    /** What is wrong with it, each with its key and what would be right. */
    public List<String> problems(String prefix) {
        List<String> problems = new ArrayList<>();
        if (windowDays < 1) {
            problems.add("%swindow-days must be at least 1, was %d".formatted(prefix, windowDays));
        }
        if (!(minTemplateCoverage >= 0 && minTemplateCoverage <= 1)) {
            problems.add("%smin-template-coverage must be in [0, 1], was %s".formatted(prefix, minTemplateCoverage));
        }
        if (!(minSuccess >= 0 && minSuccess <= 1)) {
            problems.add("%smin-success must be in [0, 1], was %s".formatted(prefix, minSuccess));
        }
        return problems;
    }
}
