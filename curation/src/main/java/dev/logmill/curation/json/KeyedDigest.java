package dev.logmill.curation.json;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** HMAC-SHA-256 over parts, of which no two lists look alike (see {@link Digest}). One thread at a time. */
public final class KeyedDigest implements Serializable {
    private final byte[] key;
    private transient @Nullable Mac mac;

    public KeyedDigest(byte[] key) {
        this.key = key.clone();
    }

    /** The 32 bytes of some parts. */
    public byte[] of(String... parts) {
        // Hashed first: a digest of the parts has one length, so no two lists of parts can look alike.
        return mac().doFinal(Digest.of(parts).hex().getBytes(StandardCharsets.US_ASCII));
    }

    private Mac mac() {
        Mac ready = mac;
        if (ready == null) {
            try {
                ready = Mac.getInstance("HmacSHA256");
                ready.init(new SecretKeySpec(key, "HmacSHA256"));
                mac = ready;
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("Every JDK has HmacSHA256", impossible);
            }
        }
        return ready;
    }
}
