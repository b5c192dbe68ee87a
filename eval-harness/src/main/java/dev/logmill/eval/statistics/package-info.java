/** The statistics of a comparison, as their papers give them. */
@NullMarked
package dev.logmill.eval.statistics;

import org.jspecify.annotations.NullMarked;
