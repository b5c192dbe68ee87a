package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A way to write a message that is not a role and a content side by side. */
interface MessageForm {
    /** Whether a message is written in this way. */
    boolean fits(JsonNode message);

    /** The same message, or the several that it holds, as role, content and calls; each may be of another form still. */
    List<JsonNode> plain(JsonNode message, String place, Fields fields);
}
