/** Examples to learn from, lossless and without a target's shape. */
@NullMarked
package dev.logmill.export.example;

import org.jspecify.annotations.NullMarked;
