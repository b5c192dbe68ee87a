/** Invented logs with their truth beside, and a small model server of known skill. */
@NullMarked
package dev.logmill.jobs.simulate;

import org.jspecify.annotations.NullMarked;
