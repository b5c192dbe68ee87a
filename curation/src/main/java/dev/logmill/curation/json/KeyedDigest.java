package dev.logmill.curation.json;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** HMAC-SHA-256 over parts, of which no two lists look alike (see {@link Digest}). One thread at a time. */
public final class KeyedDigest implements Serializable {
    private final byte[] key;
    private transient @Nullable Mac mac;
    private transient @Nullable MessageDigest sha;

    public KeyedDigest(byte[] key) {
        this.key = key.clone();
    }

    /** The 32 bytes of some parts. */
    public byte[] of(String... parts) {
        // Hashed first: a digest of the parts has one length, so no two lists of parts can look alike.
        Digest digest = new Digest(sha());
        for (String part : parts) {
            digest.add(part);
        }
        return mac().doFinal(digest.hex().getBytes(StandardCharsets.US_ASCII));
    }

    private MessageDigest sha() {
        MessageDigest ready = sha;
        if (ready == null) {
            ready = Digest.sha256();
            sha = ready;
        }
        return ready;
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
