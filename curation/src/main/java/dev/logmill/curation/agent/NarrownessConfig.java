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
 * @param maxSlotShare share of the prompt's words that change from call to call
 * @param maxEffectiveTools exp of the entropy of the choice of tool
 * @param maxToolsOffered most tools offered at once
 * @param maxDepth 95th percentile of a run's depth, spans
 * @param maxCalls 95th percentile of LLM calls in a run
 * @param maxTurns 95th percentile of user turns in a run
 * @param minOutputForm share of answers of the most frequent forms
 * @param minSameAnswer share of repeated inputs that got the same answer
 * @param minSuccess lower bound of the share of runs that succeed
 */
public record NarrownessConfig(
        int windowDays,
        long minRuns,
        int minNights,
        double minTemplateCoverage,
        double maxSlotShare,
        double maxEffectiveTools,
        long maxToolsOffered,
        long maxDepth,
        long maxCalls,
        long maxTurns,
        double minOutputForm,
        double minSameAnswer,
        double minSuccess)
        implements Serializable {
    /**
     * Gates that plainly narrow agents pass: one that routes, one that calls tools, one that writes SQL, one that answers from
     * passages.
     *
     * <ul>
     *   <li>50 runs of one night: a share of 0.9 is then known to 0.07, success is a lower bound anyway, and whoever begins
     *       has one night.
     *   <li>A prompt may hold numbers and dates up to 0.6 of its words; more is data with hardly a task around it. It is the
     *       prompt that counts, not the whole input: there short instructions make any question look like variation (0.26 to
     *       0.68 of the input for narrow agents, 0.43 and 0.67 for sprawling ones).
     *   <li>4 effective tools: three tools and an answer in words, which is a choice too.
     *   <li>4 calls: look up, act, answer, and one of them again.
     *   <li>No form of output and no same answer is asked for: SQL and answers in words take no form that keys or a list of
     *       values could show, and repeated inputs are so few that chance decides (0.67 to 1 for narrow agents).
     * </ul>
     */
    public static NarrownessConfig defaults() {
        return new NarrownessConfig(30, 50, 1, 0.9, 0.6, 4, 8, 3, 4, 2, 0, 0, 0.5);
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
        notNegative(problems, prefix + "min-runs", minRuns);
        notNegative(problems, prefix + "min-nights", minNights);
        notNegative(problems, prefix + "max-tools-offered", maxToolsOffered);
        notNegative(problems, prefix + "max-depth", maxDepth);
        notNegative(problems, prefix + "max-calls", maxCalls);
        notNegative(problems, prefix + "max-turns", maxTurns);
        share(problems, prefix + "min-template-coverage", minTemplateCoverage);
        share(problems, prefix + "max-slot-share", maxSlotShare);
        share(problems, prefix + "min-output-form", minOutputForm);
        share(problems, prefix + "min-same-answer", minSameAnswer);
        share(problems, prefix + "min-success", minSuccess);
        if (!(maxEffectiveTools >= 1)) {
            problems.add("%smax-effective-tools must be at least 1, was %s".formatted(prefix, maxEffectiveTools));
        }
        return problems;
    }

    private static void notNegative(List<String> problems, String key, long limit) {
        if (limit < 0) {
            problems.add("%s must be 0 or more, was %d".formatted(key, limit));
        }
    }

    private static void share(List<String> problems, String key, double share) {
        if (!(share >= 0 && share <= 1)) {
            problems.add("%s must be in [0, 1], was %s".formatted(key, share));
        }
    }
}
