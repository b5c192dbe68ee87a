/** Graders: what an answer to a case is worth, and when nobody can say. */
@NullMarked
package dev.logmill.eval.grade;

import org.jspecify.annotations.NullMarked;
