package dev.logmill.curation.vault;

import dev.logmill.curation.json.KeyedDigest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/** A master key that the deployment keeps itself, in an environment variable or a file. */
public final class LocalMasterKey implements MasterKey {
    private final byte[] key;
    private final String id;

    /** The key that a secret of at least 16 bytes makes. */
    public LocalMasterKey(byte[] secret) {
        if (secret.length < 16) {
            throw new IllegalArgumentException("The vault's key must have at least 16 bytes");
        }
        // A pseudo-random function of a uniform secret gives a key for each purpose (RFC 5869, section 3.3).
        KeyedDigest derived = new KeyedDigest(secret);
        this.key = derived.of("logmill vault master key");
        this.id = "m_"
                + HexFormat.of()
                        .formatHex(derived.of("logmill vault master key id"))
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
}
