/** What an agent did, as one form for every log: spans with their messages, the runs they add up to, and the signals people left. */
@NullMarked
package dev.logmill.curation.trace;

import org.jspecify.annotations.NullMarked;
