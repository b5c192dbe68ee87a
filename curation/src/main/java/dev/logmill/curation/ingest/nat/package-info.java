/** Step events of NVIDIA's NeMo Agent Toolkit. */
@NullMarked
package dev.logmill.curation.ingest.nat;

import org.jspecify.annotations.NullMarked;
