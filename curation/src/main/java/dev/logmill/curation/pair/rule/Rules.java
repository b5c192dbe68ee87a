package dev.logmill.curation.pair.rule;

import java.util.function.Function;

/** All rules, in the order they judge: of several that would refuse a candidate the first one here gives the reason. */
public enum Rules {
    FINAL_ATTEMPT(config -> new FinalAttempt()),
    NOT_AN_ERROR(config -> new NotAnError()),
    FROM_ITS_INPUT(config -> new FromItsInput()),
    NOT_TRUNCATED(config -> new NotTruncated()),
    NOT_HASHED(config -> new NotHashed()),
    COMPLETE(config -> new Complete()),
    PARSEABLE(config -> new Parseable(new Schemas(config.schemasCached()))),
    TOOL_CALLS_VALID(config -> new ToolCallsValid(config.undeclaredTools(), new Schemas(config.schemasCached()))),
    TOOL_RESULTS_ANSWER(config -> new ToolResultsAnswer());

    @SuppressWarnings("ImmutableEnumChecker") // A constructor reference holds nothing.
    private final Function<PairConfig, Rule> constructor;

    Rules(Function<PairConfig, Rule> constructor) {
        this.constructor = constructor;
    }

    /** The rule as configured. */
    public Rule rule(PairConfig config) {
        return constructor.apply(config);
    }
}
