/** What finds one type of identifier each in a text, and what tells a text's marks, words and numbers to them. */
@NullMarked
package dev.logmill.curation.privacy.detect;

import org.jspecify.annotations.NullMarked;
