@NullMarked
package dev.logmill.eval;

import org.jspecify.annotations.NullMarked;
