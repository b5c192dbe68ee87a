package dev.logmill.curation.pair.rule;

import java.util.Locale;

/** Why a rule refused a candidate. */
public enum Reason {
    /** It failed, and the same input was sent again with success. */
    SUPERSEDED_RETRY,
    /** The call or the run failed. */
    FAILED,
    /** The model refused to answer. */
    REFUSED,
    /** The provider's content filter cut in. */
    CONTENT_FILTERED,
    /** The provider ran tools while it answered, and what they brought is not in the input. */
    PROVIDER_TOOLS,
    /** The input or the answer was cut. */
    TRUNCATED,
    /** The log left messages out. */
    MISSING_MESSAGES,
    /** The privacy of its source keeps hashes in place of texts. */
    HASHED_TEXT,
    /** There is no answer, or an empty one. */
    NO_ANSWER,
    /** The input asks nothing: no message of a user and no result of a tool that holds anything. */
    NO_QUESTION,
    /** The arguments of a tool call are no JSON object. */
    UNPARSEABLE_ARGUMENTS,
    /** JSON was asked for and something else answered. */
    UNPARSEABLE_ANSWER,
    /** The answer breaks the schema that was asked for. */
    ANSWER_BREAKS_SCHEMA,
    /** The arguments of a tool call break the tool's schema. */
    ARGUMENTS_BREAK_SCHEMA,
    /** A value that was replaced for privacy breaks a schema; what was logged may not have. */
    REDACTED_VALUE,
    /** The schema itself cannot be used, so nothing can be said of what it should check. */
    BROKEN_SCHEMA,
    /** A tool was called that was not offered. */
    UNKNOWN_TOOL,
    /** A tool call in the input has no result before the next answer. */
    UNANSWERED_CALL,
    /** A result in the input answers no call. */
    RESULT_WITHOUT_CALL;

    /** As it stands in table {@code rejections}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
