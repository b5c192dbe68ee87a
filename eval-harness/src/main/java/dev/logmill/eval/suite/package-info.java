/** Suites: test cases drawn from a team's own traffic, in immutable versions. */
@NullMarked
package dev.logmill.eval.suite;

import org.jspecify.annotations.NullMarked;
