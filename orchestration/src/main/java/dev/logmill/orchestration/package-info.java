@NullMarked
package dev.logmill.orchestration;

import org.jspecify.annotations.NullMarked;
