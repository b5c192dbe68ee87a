/** Agents and how narrow they are: the measures, and the gate that binds. */
@NullMarked
package dev.logmill.curation.agent;

import org.jspecify.annotations.NullMarked;
