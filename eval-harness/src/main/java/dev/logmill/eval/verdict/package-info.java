/** The decision: promote, hold, inconclusive or invalid, with its reasons. */
@NullMarked
package dev.logmill.eval.verdict;

import org.jspecify.annotations.NullMarked;
