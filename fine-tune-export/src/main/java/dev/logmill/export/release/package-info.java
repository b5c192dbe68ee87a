/** Releases: immutable versions of a dataset, with files, card and manifest. */
@NullMarked
package dev.logmill.export.release;

import org.jspecify.annotations.NullMarked;
