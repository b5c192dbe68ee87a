/** Session files of coding agents, in which all lines together are one conversation. */
@NullMarked
package dev.logmill.curation.ingest.session;

import org.jspecify.annotations.NullMarked;
