/** What a table promises: the record behind it, its columns, their meaning and its key. */
@NullMarked
package dev.logmill.curation.table;

import org.jspecify.annotations.NullMarked;
