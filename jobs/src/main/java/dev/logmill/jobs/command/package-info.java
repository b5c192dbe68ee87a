/** The command line: one class a command; results on standard output, progress on standard error. */
@NullMarked
package dev.logmill.jobs.command;

import org.jspecify.annotations.NullMarked;
