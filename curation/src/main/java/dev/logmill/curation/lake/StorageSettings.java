package dev.logmill.curation.lake;

import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * How to reach storage: Hadoop file system settings, in a form that travels to executors.
 *
 * <p>Pages of Parquet files are held against their checksums. Local files go without Hadoop's checksum side files, so that a table and a release hold only what readers expect.
 */
public record StorageSettings(Map<String, String> settings) implements Serializable {
    private static final Map<StorageSettings, Configuration> CONFIGURATIONS = new ConcurrentHashMap<>();

    public StorageSettings {
        settings = new TreeMap<>(settings);
    }

    /** Nothing special: local disk, and what Hadoop finds on its own. */
    public static StorageSettings defaults() {
        return new StorageSettings(Map.of());
    }

    /** The Hadoop configuration, made once a process. */
    public Configuration configuration() {
        return CONFIGURATIONS.computeIfAbsent(this, StorageSettings::make);
    }

    /** The file system that holds a path. */
    public FileSystem fileSystem(Path path) throws IOException {
        return path.getFileSystem(configuration());
    }

    private static Configuration make(StorageSettings storage) {
        Configuration configuration = new Configuration();
        configuration.set("fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem");
        // Delta's log goes through Hadoop's newer interface, which has its own setting.
        configuration.set("fs.AbstractFileSystem.file.impl", "org.apache.hadoop.fs.local.RawLocalFs");
        // A page holds a checksum of its bytes; who does not ask for it reads damaged rows as if they were the ones
        // written.
        configuration.setBoolean("parquet.page.verify-checksum.enabled", true);
        // People write s3: as AWS does; Hadoop has one file system for it, under its own name.
        configuration.set("fs.s3.impl", "org.apache.hadoop.fs.s3a.S3AFileSystem");
        storage.settings.forEach(configuration::set);
        return configuration;
    }
}
