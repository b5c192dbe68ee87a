/** Looks for planted identities in every byte that Logmill left. */
@NullMarked
package dev.logmill.jobs.scan;

import org.jspecify.annotations.NullMarked;
