package dev.logmill.curation.pair.rule;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * How pairs are judged.
 *
 * @param rules the rules that judge; their order does not matter
 * @param undeclaredTools what to do with a tool call where the log names no offered tools at all
 * @param schemasCached how many compiled JSON Schemas a task keeps
 */
public record PairConfig(List<Rules> rules, UndeclaredTools undeclaredTools, int schemasCached)
        implements Serializable {
    private static final int MOST_SCHEMAS = 100_000;

    public PairConfig {
        rules = List.copyOf(rules);
    }

    /** All rules; calls are trusted where no tools are logged. */
    public static PairConfig defaults() {
        return new PairConfig(List.of(Rules.values()), UndeclaredTools.TRUST, 512);
    }

    /** What is wrong with it, each with its key; empty where nothing is. */
    public List<String> problems(String prefix) {
        List<String> problems = new ArrayList<>();
        if (!rules.contains(Rules.COMPLETE)) {
            problems.add(prefix + "rules must contain complete: a pair without an answer is none");
        }
        if (!rules.isEmpty() && EnumSet.copyOf(rules).size() < rules.size()) {
            problems.add(prefix + "rules must name each rule once");
        }
        if (schemasCached < 1 || schemasCached > MOST_SCHEMAS) {
            problems.add("%sschemas-cached must be in [1, %d], was %d".formatted(prefix, MOST_SCHEMAS, schemasCached));
        }
        return problems;
    }
}
