package dev.logmill.curation.trace;

/** What a log left out or left unclear about a span, so that nobody trains on it as if it were whole. */
public enum Fidelity {
    /** The input was cut by the logger. */
    TRUNCATED_INPUT,
    /** The output was cut by the logger. */
    TRUNCATED_OUTPUT,
    /** The logger says that it dropped attributes. */
    DROPPED_ATTRIBUTES,
    /** Tool-call arguments that are no JSON object; kept as the model wrote them. */
    UNPARSED_ARGUMENTS,
    /** The span has no input or no output messages although its kind should have them, or a part of one was left out. */
    MISSING_MESSAGES,
    /** Images, audio or files were part of the messages; only references are kept. */
    MULTIMODAL,
    /** The provider ran tools while it answered: the answer rests on what they brought, which is not in the input. */
    PROVIDER_TOOLS,
    /** A streamed answer that ended before its last chunk. */
    PARTIAL_STREAM,
    /** The span ends before it starts. */
    TIME_INVERTED,
    /** Usage that repeats what child spans already carry. */
    ROLLUP_USAGE,
    /** The record names no time; order within the record still holds. */
    MISSING_TIME,
    /** The log tells the span bit by bit, and what it told are updates alone: its start never came, or not yet. */
    MISSING_START,
    /** The log names the span alone: its trace is known from what else is told of the span; until then trace_id is the span's own id. */
    MISSING_TRACE,
    /** A time is a number since 1970 that is not in its format's unit: which one it is in, nothing but its size tells. */
    GUESSED_UNIT
}
