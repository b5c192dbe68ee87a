/** What stands between raw logs and the first table: pseudonyms for ids, placeholders for identifiers in text. */
@NullMarked
package dev.logmill.curation.privacy;

import org.jspecify.annotations.NullMarked;
