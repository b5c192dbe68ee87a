package dev.logmill.eval.run;

import java.util.Optional;

/**
 * How a trial ended. Only an answered one is ever graded: whatever else happened is infrastructure, and infrastructure is
 * never a model's failure.
 */
public enum Outcome {
    ANSWERED(false),
    /** The answer was cut at the limit of its length ({@code finish_reason: length}): the limit's doing. Paid for, and kept. */
    TRUNCATED(false),
    /**
     * The provider's filter took the answer, or a part of it ({@code finish_reason: content_filter}). What the model would
     * have said is not known, so it is no wrong answer; a model that refuses in its own words has answered. Kept.
     */
    FILTERED(false),
    RATE_LIMITED(true),
    TIMEOUT(true),
    CONNECTION(true),
    /** A status from 500; or an error of the provider inside an answer. */
    SERVER_ERROR(true),
    /** The answer is not what an OpenAI-compatible endpoint sends, or there is no answer in it. */
    PARSE_FAILED(true),
    /** The request of this case was refused; another's may not be. */
    BAD_REQUEST(false),
    /** Status 403: the key may not, or this one prompt was moderated. */
    FORBIDDEN(false),
    /** The key was refused: so will be every other request. */
    UNAUTHORISED(false),
    /** There is no such address or model: nor will there be for another request. */
    NOT_FOUND(false),
    /** The endpoint is elsewhere. It is not followed: the key was not given for another place. */
    REDIRECTED(false),
    /** The model, or the one that it is compared with, was given up before its turn came. */
    NOT_ASKED(false);

    private final boolean worthRetrying;

    Outcome(boolean worthRetrying) {
        this.worthRetrying = worthRetrying;
    }

    /** Whether it may pass: it speaks of an endpoint that does not work right now, rather than of one request. */
    boolean worthRetrying() {
        return worthRetrying;
    }

    /** Why no other request can fare better, where none can. */
    Optional<String> hopeless() {
        return switch (this) {
            case UNAUTHORISED -> Optional.of("the endpoint refused the key (401)");
            case NOT_FOUND -> Optional.of("the endpoint knows no such address or model (404)");
            case REDIRECTED -> Optional.of("the endpoint is elsewhere, and is not followed there");
            case ANSWERED,
                    TRUNCATED,
                    FILTERED,
                    RATE_LIMITED,
                    TIMEOUT,
                    CONNECTION,
                    SERVER_ERROR,
                    PARSE_FAILED,
                    BAD_REQUEST,
                    FORBIDDEN,
                    NOT_ASKED -> Optional.empty();
        };
    }

    static Outcome ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHORISED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 408 -> TIMEOUT;
            case 429 -> RATE_LIMITED;
            default -> status >= 500 ? SERVER_ERROR : status >= 300 && status < 400 ? REDIRECTED : BAD_REQUEST;
        };
    }

    static Outcome ofFinish(String finishReason) {
        return switch (finishReason) {
            case "length", "max_tokens" -> TRUNCATED;
            case "content_filter" -> FILTERED;
            case "error" -> SERVER_ERROR;
            default -> ANSWERED;
        };
    }
}
