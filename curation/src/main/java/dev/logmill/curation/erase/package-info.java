/** Who was erased: what is taken out of the tables, and never taken in again. */
@NullMarked
package dev.logmill.curation.erase;

import org.jspecify.annotations.NullMarked;
