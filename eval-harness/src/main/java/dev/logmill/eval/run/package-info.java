/** Trials: a model asked over HTTP, every answer kept and none paid for twice. */
@NullMarked
package dev.logmill.eval.run;

import org.jspecify.annotations.NullMarked;
