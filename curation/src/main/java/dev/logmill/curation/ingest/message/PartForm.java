package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;

/** A way to write the parts of a message that is neither OpenAI's nor Anthropic's. */
interface PartForm {
    /** Whether a part is written in this way. */
    boolean fits(JsonNode part);

    /** Puts what the part says into its message, and what has no place there to the rest. */
    void read(PartReading reading) throws UnreadableRecord;
}
