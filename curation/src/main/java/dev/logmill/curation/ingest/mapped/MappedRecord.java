package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.RawRecord;
import java.util.Map;

/** One record as a mapping sees it: itself, the document around it, and what its object's path says. */
record MappedRecord(RawRecord raw, JsonNode body, JsonNode document, Map<String, String> pathNames, int index) {}
