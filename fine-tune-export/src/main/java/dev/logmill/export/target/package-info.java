/** Targets: how a trainer wants an example written. */
@NullMarked
package dev.logmill.export.target;

import org.jspecify.annotations.NullMarked;
