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
        Path path = new Path(new Path(lake.root(), "_logmill"), NAME);
        try {
            AtomicFile file = new AtomicFile(lake.storage().fileSystem(path), path);
            byte[] own = fingerprint.getBytes(StandardCharsets.US_ASCII);
            Optional<byte[]> known = file.read();
            if (known.isEmpty()) {
                file.replace(own);
            }
            return Arrays.equals(known.orElse(own), own);
        } catch (IOException broken) {
            throw new LakeException("The fingerprint of the lake's key could not be read", broken);
        }
    }
}
