package dev.logmill.export.release;

import dev.logmill.curation.pair.Side;
import dev.logmill.export.example.Example;

/**
 * An example that is in a version.
 *
 * @param origin the pair, or the preference, that it was made from
 * @param inputId its input
 * @param leakGroup the present anchor of its leak group
 * @param side the side of that group
 * @param probability that it is good
 */
public record Member(Example example, String origin, String inputId, String leakGroup, Side side, double probability) {}
