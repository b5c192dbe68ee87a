/** Originals of what privacy replaced, sealed under keys of the people they tell of. */
@NullMarked
package dev.logmill.curation.vault;

import org.jspecify.annotations.NullMarked;
