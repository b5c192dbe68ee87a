/** What a person configures: one file, one record tree, every problem told at once. */
@NullMarked
package dev.logmill.jobs.config;

import org.jspecify.annotations.NullMarked;
