@NullMarked
package dev.logmill.export;

import org.jspecify.annotations.NullMarked;
