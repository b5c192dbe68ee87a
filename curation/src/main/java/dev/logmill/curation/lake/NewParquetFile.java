package dev.logmill.curation.lake;

import dev.logmill.curation.table.RecordShape;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.jspecify.annotations.Nullable;

/** A new data file of a table, made with its first row. */
final class NewParquetFile<R> implements TableWriter<R> {
    private final StorageSettings storage;
    private final Path path;
    private final RecordShape<R> shape;
    private final Ranges ranges;
    private @Nullable ParquetWriter<R> writer;
    private long count;
    private boolean finished;

    NewParquetFile(StorageSettings storage, Path folder, RecordShape<R> shape) {
        this.storage = storage;
        this.path = new Path(folder, "part-%s.zstd.parquet".formatted(UUID.randomUUID()));
        this.shape = shape;
        this.ranges = new Ranges(shape);
    }

    @Override
    public void add(R row) throws IOException {
        if (writer == null) {
            writer = new Builder<>(storage.configuration(), path, shape).build();
        }
        writer.write(row);
        ranges.add(row);
        count++;
    }

    @Override
    public List<DataFile> finish() throws IOException {
        if (writer == null) {
            return List.of();
        }
        writer.close();
        finished = true;
        long bytes = storage.fileSystem(path).getFileStatus(path).getLen();
        return List.of(new DataFile(path.getName(), bytes, count, ranges.found()));
    }

    @Override
    public void close() throws IOException {
        if (writer != null && !finished) {
            finished = true;
            try (ParquetWriter<R> abandoned = writer) {
                storage.fileSystem(path).delete(path, false);
            }
        }
    }

    private static final class Builder<R> extends ParquetWriter.Builder<R, Builder<R>> {
        /**
         * Bytes: enough for agents, models and tools, and little of ids and texts, of which a dictionary costs much time and saves
         * nearly no space, as the codec finds what repeats.
         */
        private static final int LARGEST_DICTIONARY = 64 << 10;

        private final RecordShape<R> shape;

        Builder(Configuration configuration, Path path, RecordShape<R> shape) throws IOException {
            super(HadoopOutputFile.fromPath(path, configuration));
            this.shape = shape;
            withConf(configuration);
            withCompressionCodec(CompressionCodecName.ZSTD);
            withWriteMode(ParquetFileWriter.Mode.CREATE);
            withRowGroupSize(64L << 20);
            withPageWriteChecksumEnabled(true);
            withDictionaryPageSize(LARGEST_DICTIONARY);
        }

        @Override
        protected Builder<R> self() {
            return this;
        }

        @Override
        @Deprecated
        protected WriteSupport<R> getWriteSupport(Configuration configuration) {
            return new RecordWriteSupport<>(shape);
        }
    }
}
