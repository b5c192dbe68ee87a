package dev.logmill.eval.run;

import java.util.Optional;

/**
 * When to give a model up: at once where no other request can fare better, else when too many fail in a row. Before its
 * first answer each repeated request counts, since nothing says that it ever works; after it a request counts once, its
 * retries included, so that an endpoint may be away for a while.
 */
final class Breaker {
    private static final int FAILED_IN_A_ROW = 10;
    private static final int REFUSED_ALIKE_IN_A_ROW = 5;
    private static final int FORBIDDEN_IN_A_ROW = 3;

    private boolean everAnswered;
    private int failed;
    private int down;
    private int alike;
    private Optional<Reply> last = Optional.empty();

    /** Takes the next reply; why to give up, where it is the one too many. */
    Optional<String> after(Reply reply) {
        if (reply.transcript().isPresent()) {
            everAnswered = true;
            failed = 0;
            down = 0;
            last = Optional.empty();
            return Optional.empty();
        }
        failed += everAnswered ? 0 : reply.requests();
        down = reply.outcome().worthRetrying() ? down + 1 : 0;
        alike = last.filter(before -> isAlike(before, reply)).isPresent() ? alike + 1 : 1;
        last = Optional.of(reply);
        return why(reply);
    }

    private Optional<String> why(Reply reply) {
        if (reply.outcome().hopeless().isPresent()) {
            return reply.outcome().hopeless();
        }
        if (reply.outcome() == Outcome.FORBIDDEN && alike >= FORBIDDEN_IN_A_ROW) {
            return Optional.of("the endpoint forbade %d requests in a row (403)".formatted(alike));
        }
        if (reply.outcome() == Outcome.BAD_REQUEST && alike >= REFUSED_ALIKE_IN_A_ROW) {
            return Optional.of("the endpoint refused %d requests in a row with the same words".formatted(alike));
        }
        int inARow = Math.max(failed, down);
        return inARow < FAILED_IN_A_ROW
                ? Optional.empty()
                : Optional.of(
                        "the endpoint failed %d times in a row, at last with %s".formatted(inARow, reply.outcome()));
    }

    /** Prompts may be forbidden for reasons of their own; a bad request says in its words what is bad. */
    private static boolean isAlike(Reply before, Reply reply) {
        return before.outcome() == reply.outcome()
                && (reply.outcome() == Outcome.FORBIDDEN || before.words().equals(reply.words()));
    }
}
