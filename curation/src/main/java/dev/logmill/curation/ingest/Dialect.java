package dev.logmill.curation.ingest;

import java.io.Serializable;
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

    /**
     * An object's path with the parts replaced that the dialect reads the id of a person or a session from.
     *
     * @param keyed what stands for an id
     */
    default String disguised(String object, UnaryOperator<String> keyed) {
        return object;
    }
}
