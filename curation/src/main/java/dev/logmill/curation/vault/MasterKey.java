package dev.logmill.curation.vault;

import java.security.GeneralSecurityException;

/**
 * Wraps the keys of holders: the seam for a key management service, which never hands its key out. One that is not Logmill's
 * own comes through {@link KeyService}.
 */
public interface MasterKey {
    /** What it is known by, which tells nothing of it: the same key has the same one, and another key another one. */
    String id();

    /**
     * A key of 32 bytes, wrapped, as text.
     *
     * @param context is authenticated along with it: it is unwrapped for no other
     */
    String wrap(byte[] key, String context) throws GeneralSecurityException;

    /** What was wrapped for this context; throws where it was not, or under another key. */
    byte[] unwrap(String wrapped, String context) throws GeneralSecurityException;
}
