/** The boxes of the line, one class a job, and what runs them exactly once. */
@NullMarked
package dev.logmill.jobs.line;

import org.jspecify.annotations.NullMarked;
