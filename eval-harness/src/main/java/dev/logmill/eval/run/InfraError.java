package dev.logmill.eval.run;

/** Why a trial has no answer. None of these is the model's failure, and none is ever scored. */
public enum InfraError {
    RATE_LIMITED(true),
    TIMEOUT(true),
    CONNECTION(true),
    SERVER_ERROR(true),
    UNAUTHORISED(false),
    BAD_REQUEST(false),
    /** The answer is not what an OpenAI-compatible endpoint sends. */
    PARSE_FAILED(true);

    private final boolean worthRetrying;

    InfraError(boolean worthRetrying) {
        this.worthRetrying = worthRetrying;
    }

    boolean worthRetrying() {
        return worthRetrying;
    }

    static InfraError ofStatus(int status) {
        if (status == 429) {
            return RATE_LIMITED;
        }
        if (status == 401 || status == 403) {
            return UNAUTHORISED;
        }
        if (status == 408) {
            return TIMEOUT;
        }
        return status >= 500 ? SERVER_ERROR : BAD_REQUEST;
    }
}
