/** Runs from spans: the trees that ids make, whatever order and night the spans came in. */
@NullMarked
package dev.logmill.curation.run;

import org.jspecify.annotations.NullMarked;
