package dev.logmill.eval.suite;

import dev.logmill.curation.trace.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of right answers.
 *
 * @param known by input id, the best first: what people wrote before what production answered
 */
public record References(Map<String, List<Reference>> known) {
    /** A reference that a person wrote. */
    public static final String CORRECTION = "correction";

    /** A reference that production answered itself, and that feedback calls good. */
    public static final String TRUSTED = "trusted pair";

    public References {
        known = Map.copyOf(known);
    }

    /**
     * A right answer.
     *
     * @param origin correction or trusted pair
     * @param pairId the pair that gave it, or that it corrects
     * @param signals that speak for it
     */
    public record Reference(Message message, String origin, String pairId, int signals) {
        boolean written() {
            return origin.equals(CORRECTION);
        }

        boolean isOf(Case one) {
            return one.reference().equals(Optional.of(message))
                    && one.referenceOrigin().equals(Optional.of(origin));
        }
    }

    List<Reference> of(String inputId) {
        return known.getOrDefault(inputId, List.of());
    }
}
