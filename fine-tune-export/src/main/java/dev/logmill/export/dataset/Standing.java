package dev.logmill.export.dataset;

import dev.logmill.curation.pair.Side;

/**
 * Where a row stands between training and testing.
 *
 * @param inputId its input
 * @param leakGroup the present anchor of its leak group
 * @param side the side of that group
 */
public record Standing(String inputId, String leakGroup, Side side) {}
