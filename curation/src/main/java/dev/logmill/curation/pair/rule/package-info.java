/** The rules that a pair must pass before anyone learns from it: one class a rule, one line in {@link dev.logmill.curation.pair.rule.Rules}. */
@NullMarked
package dev.logmill.curation.pair.rule;

import org.jspecify.annotations.NullMarked;
