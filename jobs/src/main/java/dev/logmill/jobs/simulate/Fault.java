package dev.logmill.jobs.simulate;

import java.util.Optional;

/** What spoils an answer on its way. */
enum Fault {
    NONE,
    /** The text stops at the token limit. */
    TRUNCATED,
    /** The call lacks what its schema needs. */
    INVALID_CALL;

    private static final double CHANCE = 0.008;

    static Fault any(ModelReply reply, Dice dice) {
        boolean spoilt = dice.chance(CHANCE);
        if (spoilt && reply.call().isPresent()) {
            return INVALID_CALL;
        }
        return spoilt && reply.content().length() > 4 ? TRUNCATED : NONE;
    }

    ModelReply spoil(ModelReply reply) {
        return switch (this) {
            case NONE -> reply;
            case TRUNCATED ->
                ModelReply.text(reply.content().substring(0, reply.content().length() / 2));
            case INVALID_CALL ->
                new ModelReply(
                        "",
                        Optional.of(new ModelReply.Call(
                                reply.call().orElseThrow().tool(),
                                reply.call()
                                        .orElseThrow()
                                        .arguments()
                                        .deepCopy()
                                        .removeAll()
                                        .put("number", 7))));
        };
    }
}
