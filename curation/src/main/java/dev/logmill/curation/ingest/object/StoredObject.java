package dev.logmill.curation.ingest.object;

import dev.logmill.curation.lake.StorageSettings;
import java.io.IOException;
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
}
