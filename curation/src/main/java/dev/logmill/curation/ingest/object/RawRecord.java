package dev.logmill.curation.ingest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One record of a raw object, parsed but not yet understood.
 *
 * @param source the source's name in logmill.yaml
 * @param object the object's path, relative to the source's fixed part where it has one
 * @param position line number from 1, or index from 1 within a JSON array
 * @param place JSON Pointer to it within the document at that position; empty where it is the document
 * @param date the day that the object's path tells
 * @param digest SHA-256, hex: another one where anything that it is read from differs
 * @param body the record
 * @param document what holds it; the record itself where nothing else does
 */
public record RawRecord(
        String source,
        String object,
        long position,
        String place,
        Optional<LocalDate> date,
        String digest,
        JsonNode body,
        JsonNode document)
        implements Serializable {
    /** A record that is a document of its own. */
    public RawRecord(
            String source, String object, long position, Optional<LocalDate> date, String digest, JsonNode body) {
        this(source, object, position, "", date, digest, body, body);
    }

    /** Something that this record says beside what it is, as a record of its own, at a place below this one's. */
    public RawRecord beside(String below, String ownDigest, JsonNode said) {
        return new RawRecord(source, object, position, place + below, date, ownDigest, said, document);
    }

    /** The same record, told otherwise. */
    public RawRecord told(JsonNode otherwise) {
        return new RawRecord(source, object, position, place, date, digest, otherwise, document);
    }

    /** A record inside this one. */
    public RawRecord inside(String at, String innerDigest, JsonNode inner) {
        return new RawRecord(source, object, position, at, date, innerDigest, inner, body);
    }
}
