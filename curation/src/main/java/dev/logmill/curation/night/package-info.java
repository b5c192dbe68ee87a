/** What makes a night exactly once: one worker at a time, a journal of what is under way, and the way back. */
@NullMarked
package dev.logmill.curation.night;

import org.jspecify.annotations.NullMarked;
