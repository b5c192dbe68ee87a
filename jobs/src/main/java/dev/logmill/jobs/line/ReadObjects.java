package dev.logmill.jobs.line;

import dev.logmill.curation.ingest.IngestConfig;
import dev.logmill.curation.ingest.Quarantine;
import dev.logmill.curation.ingest.RawObject;
import dev.logmill.curation.ingest.RawPiece;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.RecordReader;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** Reads the objects of a slice into rows under their keys, one object after the other. */
final class ReadObjects implements PairFlatMapFunction<ObjectSlice, String, Ingested> {
    private final Map<String, RecordReader> readers;
    private final StorageSettings storage;
    private final IngestConfig config;
    private final LocalDate night;
    private final long batch;

    ReadObjects(Map<String, RecordReader> readers, StorageSettings storage, IngestConfig config, Night night) {
        this.readers = readers;
        this.storage = storage;
        this.config = config;
        this.night = night.asOf();
        this.batch = night.batch();
    }

    @Override
    public Iterator<Tuple2<String, Ingested>> call(ObjectSlice slice) {
        Iterator<ObjectSlice.Numbered> objects = slice.objects().iterator();
        return new Rows(objects);
    }

    /** The rows of one object after the other; of an object only one document is in memory. */
    private final class Rows implements Iterator<Tuple2<String, Ingested>> {
        private final Iterator<ObjectSlice.Numbered> objects;
        private final Deque<Tuple2<String, Ingested>> ready = new ArrayDeque<>();
        private @Nullable Opened open;

        Rows(Iterator<ObjectSlice.Numbered> objects) {
            this.objects = objects;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && (open != null || objects.hasNext())) {
                Opened object = open == null ? new Opened(objects.next()) : open;
                open = object.advance(ready) ? object : null;
            }
            return !ready.isEmpty();
        }

        @Override
        public Tuple2<String, Ingested> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }
    }

    /** An object that is being read. */
    private final class Opened {
        private final int index;
        private final RawObject object;
        private final RecordReader reader;
        private final InputStream in;
        private final Iterator<RawPiece> pieces;
        private final WantedRecords wanted;
        private long records;

        Opened(ObjectSlice.Numbered numbered) {
            index = numbered.index();
            object = numbered.object();
            reader = Objects.requireNonNull(readers.get(object.source()), object.source());
            Path path = new Path(object.path());
            try {
                in = storage.fileSystem(path).open(path);
            } catch (IOException unreachable) {
                throw new UncheckedIOException(unreachable);
            }
            pieces = reader.pieces(object, in, config.maxRecordBytes());
            wanted = new WantedRecords(numbered.wanted());
        }

        /** Reads the records of one more piece; false at the end, which leaves the row that counts them. */
        boolean advance(Deque<Tuple2<String, Ingested>> ready) {
            if (pieces.hasNext()) {
                for (RawPiece record : wanted.of(pieces.next(), reader)) {
                    records++;
                    ready.addAll(rows(index, object, record, reader.read(record)));
                }
                return true;
            }
            try {
                in.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            ready.add(new Tuple2<>("total|" + index, Ingested.total(index, records)));
            return false;
        }
    }

    private List<Tuple2<String, Ingested>> rows(int index, RawObject object, RawPiece record, Reading reading) {
        return reading.fold(read -> rows(index, record.position(), read), unreadable -> {
            Quarantine row = new Quarantine(
                    object.source(),
                    object.name(),
                    object.etag(),
                    record.position(),
                    record.place(),
                    unreadable.reason(),
                    unreadable.detail(),
                    night,
                    batch);
            return List.of(new Tuple2<>(
                    "broken|%d|%d|%s".formatted(index, row.position(), row.place()), Ingested.of(index, row)));
        });
    }

    private static List<Tuple2<String, Ingested>> rows(int index, long position, Reading.Read read) {
        List<Tuple2<String, Ingested>> rows = new ArrayList<>();
        for (Span span : read.spans()) {
            rows.add(new Tuple2<>(IngestJob.SpanKey.key(span), Ingested.of(index, position, rows.isEmpty(), span)));
        }
        for (Signal signal : read.signals()) {
            rows.add(new Tuple2<>(
                    IngestJob.SignalKey.key(signal), Ingested.of(index, position, rows.isEmpty(), signal)));
        }
        return rows;
    }
}
