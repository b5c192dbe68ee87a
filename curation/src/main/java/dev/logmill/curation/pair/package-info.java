/** Pairs from runs: clean inputs and outputs, the rules that refuse the others, and the groups that must not be split. */
@NullMarked
package dev.logmill.curation.pair;

import org.jspecify.annotations.NullMarked;
