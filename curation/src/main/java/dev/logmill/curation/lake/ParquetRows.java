package dev.logmill.curation.lake;

import dev.logmill.curation.table.RecordShape;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.conf.HadoopParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** The rows of a data file that a gate lets through, as seen through the columns of a view. */
final class ParquetRows<V> implements RowIterator<V> {
    private final ParquetReader<V> reader;
    private final Path file;
    private @Nullable V next;

    private ParquetRows(ParquetReader<V> reader, Path file) {
        this.reader = reader;
        this.file = file;
        advance();
    }

    /**
     * The rows of a file in its table's folder that the gate lets through, as seen through the columns of {@code view}; the
     * file is closed after its last row.
     *
     * @throws LakeException where the file is missing or damaged, here or at a later row
     */
    static <V> RowIterator<V> open(StorageSettings storage, Path file, RecordShape<V> view, RowGate gate) {
        try {
            return new ParquetRows<>(new Opening<>(storage.configuration(), file, view, gate).build(), file);
        } catch (IOException broken) {
            throw unreadable(file, broken);
        }
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
        advance();
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

    // Of damaged bytes the library throws whatever it trips over, not only exceptions of its own.
    private void advance() {
        try {
            next = reader.read();
        } catch (IOException | RuntimeException broken) {
            next = null;
            throw unreadable(file, broken);
        }
        if (next == null) {
            close();
        }
    }

    private static LakeException unreadable(Path file, Exception cause) {
        String what = cause instanceof FileNotFoundException ? "is missing" : "is damaged or cannot be read";
        return new LakeException(
                "File %s of table %s %s; bring the lake back from a copy"
                        .formatted(file.getName(), file.getParent().getName(), what),
                cause);
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
            return new RowMaterializer<>(view, gate);
        }
    }
}
