/** Measures Logmill beside what it cannot be faster than. */
@NullMarked
package dev.logmill.jobs.bench;

import org.jspecify.annotations.NullMarked;
