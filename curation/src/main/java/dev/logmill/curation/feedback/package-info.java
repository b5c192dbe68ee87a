/** Labels from signals: a probability that a pair is good, with an interval and the sample behind it. */
@NullMarked
package dev.logmill.curation.feedback;

import org.jspecify.annotations.NullMarked;
