package dev.logmill.curation.vault;

import dev.logmill.curation.json.Digest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A master key that the deployment keeps itself, in an environment variable or a file. */
public final class LocalMasterKey implements MasterKey {
    private final byte[] key;
    private final String id;

    /** The key that a secret of at least 16 bytes makes. */
    public LocalMasterKey(byte[] secret) {
        if (secret.length < 16) {
            throw new IllegalArgumentException("The vault's key must have at least 16 bytes");
        }
        this.key = derived(secret, "logmill vault master key");
        this.id = "m_"
                + HexFormat.of()
                        .formatHex(derived(secret, "logmill vault master key id"))
                        .substring(0, 16);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String wrap(byte[] holderKey, String context) throws GeneralSecurityException {
        return AesGcm.seal(key, holderKey, context.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public byte[] unwrap(String wrapped, String context) throws GeneralSecurityException {
        return AesGcm.open(key, wrapped, context.getBytes(StandardCharsets.UTF_8));
    }

    /** 32 bytes for one purpose: HMAC-SHA-256 as a pseudo-random function of a uniform secret (RFC 5869, section 3.3). */
    static byte[] derived(byte[] secret, String... purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(Digest.of(purpose).hex().getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HmacSHA256", impossible);
        }
    }
}
