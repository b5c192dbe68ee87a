package dev.logmill.curation.ingest;

import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.privacy.Redaction;
import java.io.Serializable;

/** What a source's objects are called in tables and messages: people write names of people into paths too. */
public record ObjectNames(Dialect dialect, Redaction redaction) implements Serializable {
    /** Tells an object from all others of its source, exactly. */
    public String key(RawObject object) {
        return redaction.key(object.name());
    }

    /** The object's path without identifiers, for people. */
    public String shown(RawObject object) {
        return redaction.path(dialect.disguised(object.name(), redaction::key));
    }
}
