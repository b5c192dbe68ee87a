package dev.logmill.curation.publish;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Recomputes all that a version says of itself, from its bytes. */
public final class Verification {
    private static final int BUFFER_BYTES = 1 << 16;

    private final FileSystem files;
    private final Path folder;
    private final List<String> deviations = new ArrayList<>();

    private Verification(FileSystem files, Path folder) {
        this.files = files;
        this.folder = folder;
    }

    /** Every way in which a version's folder is not what its manifest and its name say, in words; best is none. */
    public static List<String> deviations(FileSystem files, Path folder) throws IOException {
        Verification verification = new Verification(files, folder);
        verification.manifestAndName();
        return verification.deviations;
    }

    /** As {@link #deviations}, for a folder that has no version's name yet. */
    static List<String> deviations(FileSystem files, Path folder, Manifest manifest) throws IOException {
        Verification verification = new Verification(files, folder);
        verification.contents(manifest);
        return verification.deviations;
    }

    private void manifestAndName() throws IOException {
        Path path = new Path(folder, Manifest.FILE);
        if (!files.exists(path)) {
            deviations.add("%s is missing".formatted(Manifest.FILE));
            return;
        }
        byte[] bytes;
        try (InputStream in = files.open(path)) {
            bytes = in.readAllBytes();
        }
        Manifest manifest;
        try {
            manifest = Manifest.read(bytes);
        } catch (IOException unreadable) {
            deviations.add("%s cannot be read".formatted(Manifest.FILE));
            return;
        }
        String digest = HexFormat.of().formatHex(HashingFile.sha256().digest(bytes));
        String version = Manifest.version(manifest.asOf().toString(), digest);
        if (!version.equals(folder.getName())) {
            deviations.add("the folder is named %s, its manifest makes it %s".formatted(folder.getName(), version));
        }
        contents(manifest);
    }

    private void contents(Manifest manifest) throws IOException {
        Set<String> present = present();
        present.remove(Manifest.FILE);
        for (ManifestFile file : manifest.files()) {
            if (present.remove(file.path())) {
                compare(file);
            } else {
                deviations.add("%s is missing".formatted(file.path()));
            }
        }
        present.forEach(path -> deviations.add("%s is not in the manifest".formatted(path)));
    }

    private Set<String> present() throws IOException {
        Set<String> present = new TreeSet<>();
        String root = files.makeQualified(folder).toUri().getPath();
        RemoteIterator<LocatedFileStatus> list = files.listFiles(folder, true);
        while (list.hasNext()) {
            present.add(list.next().getPath().toUri().getPath().substring(root.length() + 1));
        }
        return present;
    }

    private void compare(ManifestFile file) throws IOException {
        MessageDigest sha = HashingFile.sha256();
        long bytes = 0;
        long lines = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = files.open(new Path(folder, file.path()))) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha.update(buffer, 0, read);
                bytes += read;
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        if (bytes != file.bytes()) {
            deviations.add("%s has %d bytes, the manifest says %d".formatted(file.path(), bytes, file.bytes()));
        }
        String digest = HexFormat.of().formatHex(sha.digest());
        if (!digest.equals(file.sha256())) {
            deviations.add("%s has SHA-256 %s, the manifest says %s".formatted(file.path(), digest, file.sha256()));
        }
        if (file.rows().isPresent() && file.rows().get() != lines) {
            deviations.add("%s has %d rows, the manifest says %d"
                    .formatted(file.path(), lines, file.rows().get()));
        }
    }
}
