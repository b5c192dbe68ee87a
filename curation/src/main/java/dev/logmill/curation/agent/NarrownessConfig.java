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
 * @param minOutputForm share of answers of the most frequent forms
 * @param minSameAnswer share of repeated inputs that got the same answer
 * @param minJudged of fewer answers that feedback judged it says nothing
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
        double minOutputForm,
        double minSameAnswer,
        long minJudged,
        double minSuccess)
        implements Serializable {
    public static NarrownessConfig defaults() {
        return new NarrownessConfig(30, 50, 1, 0.9, 4, 8, 4, 6, 3, 0, 0, 20, 0.5);
    }

    /** What is wrong with it, each with its key and what would be right. */
    public List<String> problems(String prefix) {
        List<String> problems = new ArrayList<>();
        if (windowDays < 1) {
            problems.add("%swindow-days must be at least 1, was %d".formatted(prefix, windowDays));
        }
        if (minNights > windowDays) {
            problems.add(
                    "%smin-nights must be at most window-days, %d, was %d".formatted(prefix, windowDays, minNights));
        }
        share(problems, prefix + "min-template-coverage", minTemplateCoverage);
        share(problems, prefix + "min-output-form", minOutputForm);
        share(problems, prefix + "min-same-answer", minSameAnswer);
        share(problems, prefix + "min-success", minSuccess);
        if (!(maxEffectiveTools >= 1)) {
            problems.add("%smax-effective-tools must be at least 1, was %s".formatted(prefix, maxEffectiveTools));
        }
        return problems;
    }

    private static void share(List<String> problems, String key, double share) {
        if (!(share >= 0 && share <= 1)) {
            problems.add("%s must be in [0, 1], was %s".formatted(key, share));
        }
    }
}
