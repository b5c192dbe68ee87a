package dev.logmill.eval.run;

/**
 * How a trial ended. Only an answered one is ever graded: whatever else happened is infrastructure, and infrastructure is
 * never a model's failure.
 */
public enum Outcome {
    ANSWERED(Next.DONE),
    /** The answer was cut at the limit of its length ({@code finish_reason: length}): the limit's doing. Paid for, and kept. */
    TRUNCATED(Next.DONE),
    RATE_LIMITED(Next.AGAIN),
    TIMEOUT(Next.AGAIN),
    CONNECTION(Next.AGAIN),
    SERVER_ERROR(Next.AGAIN),
    /** The answer is not what an OpenAI-compatible endpoint sends. */
    PARSE_FAILED(Next.AGAIN),
    /** The request of this case was refused; another's may not be. */
    BAD_REQUEST(Next.DONE),
    /** The key was refused: so will be every other request. */
    UNAUTHORISED(Next.STOP),
    /** There is no such address or model: nor will there be for another request. */
    NOT_FOUND(Next.STOP),
    /** The endpoint was given up before its turn came. */
    NOT_ASKED(Next.DONE);

    private enum Next {
        DONE,
        AGAIN,
        STOP
    }

    private final Next next;

    Outcome(Next next) {
        this.next = next;
    }

    boolean worthRetrying() {
        return next == Next.AGAIN;
    }

    /** Whether no other request can fare better. */
    boolean stopsAll() {
        return next == Next.STOP;
    }

    /** Whether it speaks of an endpoint that is not there or does not work, rather than of one request. */
    boolean endpointDown() {
        return this == CONNECTION || this == TIMEOUT || this == SERVER_ERROR;
    }

    static Outcome ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> UNAUTHORISED;
            case 404 -> NOT_FOUND;
            case 408 -> TIMEOUT;
            case 429 -> RATE_LIMITED;
            default -> status >= 500 ? SERVER_ERROR : BAD_REQUEST;
        };
    }

    static Outcome ofFinish(String finishReason) {
        return switch (finishReason) {
            case "length", "max_tokens" -> TRUNCATED;
            default -> ANSWERED;
        };
    }
}
