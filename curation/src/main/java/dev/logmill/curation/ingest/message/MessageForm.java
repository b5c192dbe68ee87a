package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;

/** A way to write a message that is not a role and a content side by side. */
interface MessageForm {
    /** Whether a message is written in this way. */
    boolean fits(JsonNode message);

    /** The same message as role, content and calls; it may be of another form still. */
    JsonNode plain(JsonNode message, String place, Fields fields);
}
