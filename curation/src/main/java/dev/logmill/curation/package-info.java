@NullMarked
package dev.logmill.curation;

import org.jspecify.annotations.NullMarked;
