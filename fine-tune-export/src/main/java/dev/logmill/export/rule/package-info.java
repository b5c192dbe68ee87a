/** Numbered rules that rows and files must keep, so that no trainer silently learns something else. */
@NullMarked
package dev.logmill.export.rule;

import org.jspecify.annotations.NullMarked;
