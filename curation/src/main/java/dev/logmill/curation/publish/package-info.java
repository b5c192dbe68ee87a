/** Products under immutable versions: written aside, verified, made visible in one step. */
@NullMarked
package dev.logmill.curation.publish;

import org.jspecify.annotations.NullMarked;
