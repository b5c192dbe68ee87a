/** JSON as Logmill keeps it: canonical text, and digests over it. */
@NullMarked
package dev.logmill.curation.json;

import org.jspecify.annotations.NullMarked;
