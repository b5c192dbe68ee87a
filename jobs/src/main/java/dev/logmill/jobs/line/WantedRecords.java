package dev.logmill.jobs.line;

import dev.logmill.curation.ingest.RecordReader;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.json.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which records of an object are read: all of them, or only those that could not be read before. What was read then stays
 * as it is: under another mapping it might get other ids, and be in the lake twice.
 */
final class WantedRecords {
    private final Map<Long, Set<String>> places = new HashMap<>();

    /** The records at some places; all where there are none. */
    WantedRecords(List<UnreadObject.Place> wanted) {
        wanted.forEach(at ->
                places.computeIfAbsent(at.position(), none -> new TreeSet<>()).add(at.place()));
    }

    /** Those of a piece. A record that could not be read before and is not found any more still cannot be read. */
    List<RawPiece> of(RawPiece piece, RecordReader reader) {
        if (places.isEmpty()) {
            return reader.records(piece);
        }
        Set<String> wanted = places.getOrDefault(piece.position(), Set.of());
        if (wanted.isEmpty() || wanted.contains("")) {
            return wanted.isEmpty() ? List.of() : reader.records(piece);
        }
        List<RawPiece> found = new ArrayList<>();
        Set<String> missing = new TreeSet<>(wanted);
        for (RawPiece record : reader.records(piece)) {
            if (missing.remove(record.place())) {
                found.add(record);
            }
        }
        missing.forEach(place -> found.add(new RawPiece.Broken(
                piece.position(),
                place,
                QuarantineReason.MISSING_FIELD,
                "the mapping finds no record here any more",
                piece.digest()
                        .map(document -> Digest.of("missing", document, place).hex()))));
        return found;
    }
}
