package dev.logmill.jobs.line;

import dev.logmill.curation.ingest.IngestConfig;
import dev.logmill.curation.ingest.Quarantine;
import dev.logmill.curation.ingest.RawObject;
import dev.logmill.curation.ingest.RawPiece;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.RecordReader;
import dev.logmill.curation.ingest.RecordSplitter;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.PairFlatMapFunction;
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
        return slice.objects().stream()
                .<Tuple2<String, Ingested>>mapMulti((numbered, sink) -> read(numbered.index(), numbered.object(), sink))
                .iterator();
    }

    private void read(int index, RawObject object, Consumer<Tuple2<String, Ingested>> sink) {
        RecordReader reader = Objects.requireNonNull(readers.get(object.source()), object.source());
        long records = 0;
        Path path = new Path(object.path());
        try (InputStream in = storage.fileSystem(path).open(path)) {
            Iterator<RawPiece> pieces = new RecordSplitter(config.maxRecordBytes()).pieces(object, in);
            while (pieces.hasNext()) {
                RawPiece piece = pieces.next();
                records++;
                rows(index, object, piece.position(), reader.read(piece)).forEach(sink);
            }
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
        sink.accept(new Tuple2<>("total|" + index, Ingested.total(index, records)));
    }

    private List<Tuple2<String, Ingested>> rows(int index, RawObject object, long position, Reading reading) {
        return reading.fold(read -> rows(index, position, read), unreadable -> {
            Quarantine row = new Quarantine(
                    object.source(),
                    object.name(),
                    object.etag(),
                    position,
                    unreadable.reason(),
                    unreadable.detail(),
                    night,
                    batch);
            return List.of(new Tuple2<>("broken|%d|%d".formatted(index, position), Ingested.of(index, row)));
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
