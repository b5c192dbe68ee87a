/** A look at logs before any night reads them: what they are, and how they would be read. */
@NullMarked
package dev.logmill.jobs.sniff;

import org.jspecify.annotations.NullMarked;
