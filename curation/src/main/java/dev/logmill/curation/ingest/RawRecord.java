package dev.logmill.curation.ingest;

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
 * @param date the day that the object's path tells
 * @param digest SHA-256 of the record's bytes, hex
 * @param body the record
 */
public record RawRecord(
        String source, String object, long position, Optional<LocalDate> date, String digest, JsonNode body)
        implements Serializable {}
