/** Datasets: what is chosen, how it is written and what changed since the version before. */
@NullMarked
package dev.logmill.export.dataset;

import org.jspecify.annotations.NullMarked;
