package dev.logmill.curation.ingest.object;

import dev.logmill.curation.lake.StorageSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.SeekableInputStream;

/** The bytes of an object, where they lie; nothing is asked of storage before they are read. */
public record StoredObject(RawObject object, StorageSettings storage) implements Stored {
    @Override
    public long getLength() {
        return object.bytes();
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        Path path = new Path(object.path());
        return HadoopStreams.wrap(storage.fileSystem(path).open(path));
    }

    @Override
    public byte[] beside(String suffix) throws IOException {
        Path path = new Path(object.path() + suffix);
        try (InputStream in = storage.fileSystem(path).open(path)) {
            return in.readAllBytes();
        } catch (FileNotFoundException absent) {
            return new byte[0];
        }
    }
}
