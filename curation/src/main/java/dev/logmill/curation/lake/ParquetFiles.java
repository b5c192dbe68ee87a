package dev.logmill.curation.lake;

import dev.logmill.curation.table.Column;
import dev.logmill.curation.table.ColumnType;
import dev.logmill.curation.table.RecordShape;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.conf.HadoopParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Writes and reads the data files of a table: records in, records out. */
final class ParquetFiles {
    private ParquetFiles() {}

    /** A writer of one new file; the file is made with the first row. */
    static <R> TableWriter<R> writer(StorageSettings storage, Path folder, RecordShape<R> shape) {
        return new FileWriter<>(storage, folder, shape);
    }

    private static final class FileWriter<R> implements TableWriter<R> {
        private final StorageSettings storage;
        private final Path path;
        private final RecordShape<R> shape;
        private final Ranges ranges;
        private @Nullable ParquetWriter<R> writer;
        private long count;
        private boolean finished;

        FileWriter(StorageSettings storage, Path folder, RecordShape<R> shape) {
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
    }

    /**
     * The rows of a file that the gate lets through, as seen through the columns of {@code view}; the file is closed after
     * its last row.
     */
    static <V> RowIterator<V> read(StorageSettings storage, Path file, RecordShape<V> view, RowGate gate)
            throws IOException {
        ParquetReader<V> reader = new Opening<>(storage.configuration(), file, view, gate).build();
        return new Rows<>(reader, file);
    }

    /** Opens with the configuration at hand: the stock builder would parse Hadoop's defaults for every file. */
    private static final class Opening<V> extends ParquetReader.Builder<V> {
        private final RecordShape<V> view;
        private final RowGate gate;

        Opening(Configuration configuration, Path file, RecordShape<V> view, RowGate gate) throws IOException {
            super(HadoopInputFile.fromPath(file, configuration), new HadoopParquetConfiguration(configuration));
            this.view = view;
            this.gate = gate;
        }

        @Override
        protected ReadSupport<V> getReadSupport() {
            return new Support<>(view, gate);
        }
    }

    private static final class Rows<V> implements RowIterator<V> {
        private final ParquetReader<V> reader;
        private final Path file;
        private @Nullable V next;

        Rows(ParquetReader<V> reader, Path file) throws IOException {
            this.reader = reader;
            this.file = file;
            advance();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public V next() {
            V row = next;
            if (row == null) {
                throw new NoSuchElementException();
            }
            try {
                advance();
            } catch (IOException broken) {
                throw new LakeException("File %s could not be read".formatted(file.getName()), broken);
            }
            return row;
        }

        @Override
        public void close() {
            try {
                reader.close();
            } catch (IOException broken) {
                throw new LakeException("File %s could not be closed".formatted(file.getName()), broken);
            }
        }

        private void advance() throws IOException {
            next = reader.read();
            if (next == null) {
                close();
            }
        }
    }

    private static final class Builder<R> extends ParquetWriter.Builder<R, Builder<R>> {
        private final RecordShape<R> shape;

        Builder(Configuration configuration, Path path, RecordShape<R> shape) throws IOException {
            super(HadoopOutputFile.fromPath(path, configuration));
            this.shape = shape;
            withConf(configuration);
            withCompressionCodec(CompressionCodecName.ZSTD);
            withWriteMode(ParquetFileWriter.Mode.CREATE);
            withRowGroupSize(64L << 20);
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

    /** Asks the file only for the columns of the view. */
    private static final class Support<V> extends ReadSupport<V> {
        private final RecordShape<V> view;
        private final RowGate gate;

        Support(RecordShape<V> view, RowGate gate) {
            this.view = view;
            this.gate = gate;
        }

        @Override
        public ReadContext init(InitContext context) {
            return new ReadContext(ParquetSchema.of(view));
        }

        @Override
        @Deprecated
        public RecordMaterializer<V> prepareForRead(
                Configuration configuration,
                Map<String, String> keyValueMetaData,
                MessageType fileSchema,
                ReadContext readContext) {
            return new Materializer<>(view, gate);
        }
    }

    private static final class Materializer<V> extends RecordMaterializer<V> {
        private final GroupConverter root;
        private @Nullable V current;

        Materializer(RecordShape<V> view, RowGate gate) {
            RecordConverter record = new RecordConverter(
                    view, gate, row -> current = view.recordClass().cast(row));
            this.root = new GroupConverter() {
                @Override
                public Converter getConverter(int fieldIndex) {
                    return record.getConverter(fieldIndex);
                }

                @Override
                public void start() {
                    gate.next();
                    current = null;
                    record.start();
                }

                @Override
                public void end() {
                    record.end();
                }
            };
        }

        /** The row; Parquet's reader passes over one that is none. */
        @Override
        public @Nullable V getCurrentRecord() {
            return current;
        }

        @Override
        public GroupConverter getRootConverter() {
            return root;
        }
    }

    /** Smallest and greatest value of the columns that may have statistics. */
    private static final class Ranges {
        private final RecordShape<?> shape;
        private final List<Integer> counted = new ArrayList<>();
        private final Map<String, DataFile.Range> found = new HashMap<>();

        Ranges(RecordShape<?> shape) {
            this.shape = shape;
            List<Column> columns = shape.columns();
            for (int i = 0; i < columns.size(); i++) {
                if (!columns.get(i).nullable()
                        && columns.get(i).type() instanceof ColumnType.Scalar scalar
                        && (scalar.kind() == ColumnType.Kind.LONG || scalar.kind() == ColumnType.Kind.DATE)) {
                    counted.add(i);
                }
            }
        }

        void add(Object row) {
            for (int column : counted) {
                Object value = shape.value(row, column);
                long number = value instanceof LocalDate date ? date.toEpochDay() : (Long) value;
                found.merge(
                        shape.columns().get(column).name(),
                        new DataFile.Range(number, number),
                        (range, one) -> range.including(one.least()));
            }
        }

        Map<String, DataFile.Range> found() {
            return found;
        }
    }
}
