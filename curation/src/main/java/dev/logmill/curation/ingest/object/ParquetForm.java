package dev.logmill.curation.ingest.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.jspecify.annotations.Nullable;

/** Rows of a Parquet file, each an object of its columns, see {@link ParquetValues}, at its number from 1. */
final class ParquetForm implements ObjectForm {
    @Override
    public RawPieces pieces(RawObject object, Stored stored, int maxRecordBytes) {
        WatchedFile file = new WatchedFile(stored);
        return new Pieces(() -> file.getLength() == 0 ? () -> null : new Rows(object, file, maxRecordBytes), file);
    }

    private static final class Rows implements Pieces.Supply {
        private final RawObject object;
        private final ParquetReader<Group> reader;
        private final int limit;
        private long position;

        Rows(RawObject object, InputFile file, int limit) throws IOException {
            this.object = object;
            this.limit = limit;
            try {
                reader = new Builder(file).usePageChecksumVerification().build();
            } catch (IOException | RuntimeException broken) {
                throw damage();
            }
        }

        @Override
        public @Nullable RawPiece next() throws IOException {
            ObjectNode body = body();
            if (body == null) {
                return null;
            }
            position++;
            return TableRow.piece(object, position, body, limit);
        }

        /** Some values are decoded only when they are asked for: damage shows then. */
        private @Nullable ObjectNode body() throws IOException {
            try {
                Group row = reader.read();
                return row == null ? null : ParquetValues.object(row);
            } catch (IOException | RuntimeException broken) {
                throw damage();
            }
        }

        private IOException damage() {
            return new Damage.Told("it is no Parquet, or was cut off or changed, behind row %d".formatted(position));
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    private static final class Builder extends ParquetReader.Builder<Group> {
        Builder(InputFile file) {
            super(file, new PlainParquetConfiguration());
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }
}
