/** Beside the line: takes a person out of the lake and of what was published. */
@NullMarked
package dev.logmill.jobs.erase;

import org.jspecify.annotations.NullMarked;
