package dev.logmill.jobs.line;

import dev.logmill.curation.erase.Tombstones;
import dev.logmill.curation.ingest.IngestConfig;
import dev.logmill.curation.ingest.Quarantine;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.RecordReader;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.ingest.object.RawPieces;
import dev.logmill.curation.ingest.object.StoredObject;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** Reads the objects of a slice into rows under their keys, one object after the other. */
final class ReadObjects implements PairFlatMapFunction<ObjectSlice, String, Ingested> {
    private final Map<String, RecordReader> readers;
    private final StorageSettings storage;
    private final IngestConfig config;
    private final Tombstones erased;

    ReadObjects(Map<String, RecordReader> readers, StorageSettings storage, IngestConfig config, Tombstones erased) {
        this.readers = readers;
        this.erased = erased;
        this.storage = storage;
        this.config = config;
    }

    @Override
    public Iterator<Tuple2<String, Ingested>> call(ObjectSlice slice) {
        Rows rows = new Rows(slice.objects().iterator());
        // A task that fails half-way never asks for the end.
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) ended -> rows.close());
        return rows;
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
                open = object;
                if (!object.advance(ready)) {
                    close();
                }
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

        private void close() {
            if (open != null) {
                open.close();
                open = null;
            }
        }
    }

    /** An object that is being read. */
    private final class Opened {
        private final int index;
        private final RawObject object;
        private final RecordReader reader;
        private final RawPieces pieces;
        private final WantedRecords wanted;
        private long records;
        private long skipped;
        private long ofErased;

        Opened(ObjectSlice.Numbered numbered) {
            index = numbered.index();
            object = numbered.object();
            reader = Objects.requireNonNull(readers.get(object.source()), object.source());
            pieces = reader.pieces(object, new StoredObject(object, storage), config.maxRecordBytes());
            wanted = new WantedRecords(numbered.wanted());
        }

        /** Reads the records of one more piece; false at the end, which leaves the rows that count them. */
        boolean advance(Deque<Tuple2<String, Ingested>> ready) {
            try {
                if (pieces.hasNext()) {
                    RawPiece piece = pieces.next();
                    skipped += reader.skipped(piece);
                    for (RawPiece record : wanted.of(piece, reader)) {
                        records++;
                        ready.addAll(rows(record));
                    }
                    return true;
                }
            } catch (UncheckedIOException unreachable) {
                throw failure(Objects.requireNonNull(unreachable.getCause()));
            }
            if (skipped > 0) {
                ready.add(new Tuple2<>("skipped|" + index, Ingested.skipped(index, skipped)));
            }
            if (ofErased > 0) {
                ready.add(new Tuple2<>("erased|" + index, Ingested.erased(index, ofErased)));
            }
            ready.add(new Tuple2<>("total|" + index, Ingested.total(index, records)));
            return false;
        }

        private List<Tuple2<String, Ingested>> rows(RawPiece record) {
            return reader.read(record).fold(read -> rows(record.position(), read), unreadable -> {
                String digest = record.digest().orElseGet(this::digest);
                Quarantine row = reader.refused(object, record, digest, unreadable);
                return List.of(new Tuple2<>(BrokenKey.key(row), Ingested.of(index, row)));
            });
        }

        private List<Tuple2<String, Ingested>> rows(long position, Reading.Read read) {
            List<Tuple2<String, Ingested>> rows = ReadObjects.this.rows(index, position, read);
            ofErased += rows.isEmpty() ? 1 : 0;
            return rows;
        }

        /** SHA-256 of the object as stored, hex. */
        private String digest() {
            MessageDigest digest = Digest.sha256();
            try (InputStream stored = new StoredObject(object, storage).bytes();
                    InputStream whole = new DigestInputStream(stored, digest)) {
                whole.transferTo(OutputStream.nullOutputStream());
            } catch (IOException unreachable) {
                throw failure(unreachable);
            }
            return Digest.hex(digest);
        }

        /** Storage writes paths into its messages, and people write names into paths: its words are not passed on. */
        private LakeException failure(IOException cause) {
            return new LakeException("Object %s of source %s could not be read: %s"
                    .formatted(
                            reader.shown(object),
                            object.source(),
                            cause.getClass().getSimpleName()));
        }

        void close() {
            try {
                pieces.close();
            } catch (IOException broken) {
                throw failure(broken);
            }
        }
    }

    /** What is to be stored of a record; nothing where all of it is of people who were erased. */
    private List<Tuple2<String, Ingested>> rows(int index, long position, Reading.Read read) {
        List<Tuple2<String, Ingested>> rows = new ArrayList<>();
        for (int i = 0; i < read.spans().size(); i++) {
            Span span = read.spans().get(i);
            if (erased.cover(span.project(), Optional.of(span.traceId()), span.sessionId(), span.subject())) {
                continue;
            }
            String key = SpanKey.of(span).key();
            rows.add(new Tuple2<>(
                    key,
                    Ingested.of(
                            index,
                            position,
                            rows.isEmpty(),
                            span,
                            read.ofSpan(i).map(original -> original.keyed(key)))));
        }
        for (int i = 0; i < read.signals().size(); i++) {
            Signal signal = read.signals().get(i);
            if (erased.cover(signal.project(), signal.traceId(), signal.sessionId(), signal.subject())) {
                continue;
            }
            String key = SignalKey.key(signal);
            rows.add(new Tuple2<>(
                    key,
                    Ingested.of(
                            index,
                            position,
                            rows.isEmpty(),
                            signal,
                            read.ofSignal(i).map(original -> original.keyed(key)))));
        }
        return rows;
    }
}
