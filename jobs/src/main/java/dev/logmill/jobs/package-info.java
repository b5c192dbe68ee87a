@NullMarked
package dev.logmill.jobs;

import org.jspecify.annotations.NullMarked;
