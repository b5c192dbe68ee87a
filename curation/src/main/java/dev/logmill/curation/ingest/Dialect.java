package dev.logmill.curation.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.object.Forms;
import dev.logmill.curation.ingest.object.ObjectForm;
import dev.logmill.curation.ingest.object.RawRecord;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads the records of one logging system into the one form of {@link dev.logmill.curation.trace}.
 *
 * <p>Pure: the same record gives the same reading. A dialect throws {@link UnreadableRecord} for a record that it
 * cannot read, and never anything else. Usage goes out with input including cache and output including reasoning;
 * fields that have no place go into {@code attributes}.
 */
public interface Dialect extends Serializable {
    /** The spans and signals of a record. */
    Reading.Read read(RawRecord record) throws UnreadableRecord;

    /** The records that a document holds, each of which is read and accounted for alone; the document, where it is one. */
    default List<RawRecord> records(RawRecord document) throws UnreadableRecord {
        return List.of(document);
    }

    /**
     * Feedback that stands in a record and that only a scale tells the meaning of ({@link ScoreScales}), each as a record of its own,
     * which is refused as long as nobody tells that scale; the record itself is read without it. Which feedback that is depends on
     * the record and on which scores have a scale, so that it is found again once one is told.
     */
    default List<RawRecord> apart(RawRecord record) {
        return List.of();
    }

    /**
     * How many things a document holds that tell of no agent and no model: others' log records in a log that is shared. They are
     * none of its records, and nothing is kept of them but this count.
     */
    default long skipped(RawRecord document) {
        return 0;
    }

    /**
     * What a document is that holds no records and is read along with those that do, in words: a logging system's list of what
     * it exported. Nothing of any other document.
     */
    default Optional<String> companion(RawRecord document) {
        return Optional.empty();
    }

    /**
     * Whether a record that it reads can be of no other logging system; where it may be, a look at unknown logs takes the
     * dialect that is sure.
     */
    default boolean isCertain(RawRecord record) {
        return true;
    }

    /** Whether an element of an array is only a piece: then the whole array is one record. */
    default boolean isPiece(JsonNode element) {
        return false;
    }

    /** How objects of this name are cut into records. */
    default ObjectForm form(String name) {
        return Forms.named(name, this::isPiece);
    }

    /** Tells which of a source's objects may be read, where the logging system says so by others. */
    default Optional<Completeness> completeness() {
        return Optional.empty();
    }

    /** What of the configuration its reading depends on, as text: where that differs, it may read what it could not. */
    default String settings() {
        return "";
    }

    /**
     * An object's path with the parts replaced that the dialect reads the id of a person or a session from.
     *
     * @param keyed what stands for an id
     */
    default String disguised(String object, UnaryOperator<String> keyed) {
        return object;
    }
}
