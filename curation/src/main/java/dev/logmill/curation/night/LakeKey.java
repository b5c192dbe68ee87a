package dev.logmill.curation.night;

import dev.logmill.curation.lake.AtomicFile;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.LakeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hadoop.fs.Path;

/**
 * The one key that all pseudonyms of a lake are made under, known by its fingerprint. Under another key everybody would
 * be somebody new: leak groups would fall apart, and nobody's feedback would find its answer.
 */
public final class LakeKey {
    private static final String NAME = "pseudonym-key";

    private LakeKey() {}

    /** Whether this is the lake's key; a lake that has none yet takes it. */
    public static boolean isKeyOf(Lake lake, String fingerprint) {
        try {
            AtomicFile file = file(lake);
            if (file.read().isEmpty()) {
                file.replace(bytes(fingerprint));
            }
        } catch (IOException broken) {
            throw unreadable(broken);
        }
        return !isOther(lake, fingerprint);
    }

    /** Whether the lake has a key, and another one than this. */
    public static boolean isOther(Lake lake, String fingerprint) {
        try {
            Optional<byte[]> known = file(lake).read();
            return known.isPresent() && !Arrays.equals(known.get(), bytes(fingerprint));
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    private static AtomicFile file(Lake lake) throws IOException {
        Path path = new Path(new Path(lake.root(), "_logmill"), NAME);
        return new AtomicFile(lake.storage().fileSystem(path), path);
    }

    private static byte[] bytes(String fingerprint) {
        return fingerprint.getBytes(StandardCharsets.US_ASCII);
    }

    private static LakeException unreadable(IOException broken) {
        return new LakeException("The fingerprint of the lake's key could not be read", broken);
    }
}
