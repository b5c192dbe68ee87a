package dev.logmill.curation.feedback;

import java.time.Instant;
import java.util.Optional;

/**
 * An answer that made no pair. Feedback about it is about no other: people complain of just those that rules refuse.
 *
 * @param spanId the llm span that answered
 * @param terminal it ended its run
 * @param happenedAt when it was asked for, where the log says
 */
public record RefusedAnswer(String spanId, boolean terminal, Optional<Instant> happenedAt) {}
