package dev.logmill.curation.pair.rule;

import dev.logmill.curation.pair.Candidate;
import dev.logmill.curation.pair.Rejection;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All configured rules in their order; the first that refuses a candidate gives the reason. */
public final class Sieve implements Serializable {
    private static final String STAGE = "curate";

    private final List<Rule> rules;

    public Sieve(PairConfig config) {
        rules = Stream.of(Rules.values())
                .filter(config.rules()::contains)
                .map(rule -> rule.rule(config))
                .toList();
    }

    /** Keeps the candidate, or tells the first refusal. */
    public Decision judge(Candidate candidate) {
        for (Rule rule : rules) {
            Decision decision = rule.judge(candidate);
            if (decision.refusal().isPresent()) {
                return decision;
            }
        }
        return Decision.KEEP;
    }

    /** The row that a refused candidate becomes; absent where it is kept. */
    public Optional<Rejection> rejection(Candidate candidate, LocalDate night, long batch) {
        return judge(candidate)
                .refusal()
                .map(drop -> new Rejection(
                        STAGE,
                        candidate.subjectRow(),
                        candidate.run().project(),
                        candidate.run().traceId(),
                        candidate.spanId(),
                        candidate.run().sessionId(),
                        candidate.terminal(),
                        candidate.happenedAt(),
                        candidate.run().agent(),
                        drop.reason().code(),
                        drop.measured(),
                        night,
                        batch));
    }
}
