package dev.logmill.curation.ingest.preset;

import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.ObjectForm;
import dev.logmill.curation.ingest.object.RawRecord;
import java.util.List;
import java.util.function.UnaryOperator;

/** A dialect around another one, which tells whatever this one does not tell otherwise. */
interface AroundDialect extends Dialect {
    /** The other one. */
    Dialect inner();

    @Override
    default List<RawRecord> records(RawRecord document) throws UnreadableRecord {
        return inner().records(document);
    }

    @Override
    default Reading.Read read(RawRecord record) throws UnreadableRecord {
        return inner().read(record);
    }

    @Override
    default List<RawRecord> apart(RawRecord record) {
        return inner().apart(record);
    }

    @Override
    default boolean isCertain(RawRecord record) {
        return inner().isCertain(record);
    }

    @Override
    default ObjectForm form(String name) {
        return inner().form(name);
    }

    @Override
    default String settings() {
        return inner().settings();
    }

    @Override
    default String disguised(String object, UnaryOperator<String> keyed) {
        return inner().disguised(object, keyed);
    }
}
