package dev.logmill.curation.ingest.otlp;

/** What a span tells in one value, under whatever name an attribute dialect has for it. */
enum Field {
    AGENT,
    AGENT_VERSION,
    /** The conversation. */
    SESSION,
    /** The person behind it. */
    USER,
    PROVIDER,
    /** The model asked for. */
    MODEL,
    /** The model that answered. */
    ANSWERED_BY,
    RESPONSE_ID,
    /** Why the answer ended: a word, or a list of one word a choice. */
    FINISH,
    /** Request parameters, as an object. */
    PARAMETERS,
    TOOL,
    CALL_ID,
    TOOL_ARGUMENTS,
    TOOL_RESULT,
    INPUT_TOKENS,
    OUTPUT_TOKENS,
    CACHE_READ_TOKENS,
    CACHE_WRITE_TOKENS,
    REASONING_TOKENS,
    /** US dollars. */
    COST,
    PROMPT_NAME,
    PROMPT_VERSION,
    TAGS,
    ENVIRONMENT,
    RELEASE;

    /** Whether its value tells a person or a conversation, which is nothing that stays beside the span's own columns. */
    boolean isPersonal() {
        return this == SESSION || this == USER;
    }
}
