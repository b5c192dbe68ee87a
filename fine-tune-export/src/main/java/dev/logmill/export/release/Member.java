package dev.logmill.export.release;

import dev.logmill.curation.pair.Side;
import dev.logmill.export.example.Example;
import java.util.List;

/**
 * An example that is in a version.
 *
 * @param origin the pair, or the preference, that it was made from
 * @param inputId its input
 * @param leakGroup the present anchor of its leak group
 * @param sources the runs, sessions and people that it is of, each in words that name no other
 * @param side the side of that group
 * @param probability that it is good
 */
public record Member(
        Example example,
        String origin,
        String inputId,
        String leakGroup,
        List<String> sources,
        Side side,
        double probability) {
    public Member {
        sources = List.copyOf(sources);
    }
}
