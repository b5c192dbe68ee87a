/** What hides text from whoever reads it as it stands: encodings, and characters that are not seen or look like others. */
@NullMarked
package dev.logmill.curation.privacy.decode;

import org.jspecify.annotations.NullMarked;
