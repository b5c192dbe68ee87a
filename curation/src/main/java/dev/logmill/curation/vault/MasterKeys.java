package dev.logmill.curation.vault;

import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * The master key, and the one before it while keys of holders are still wrapped under that.
 *
 * @param current what wraps from now on
 * @param previous what only unwraps
 */
public record MasterKeys(MasterKey current, Optional<MasterKey> previous) {
    /** Under which of the two a key is wrapped; nothing where it is neither. */
    public Optional<MasterKey> of(HolderKey key) {
        return current.id().equals(key.masterKey())
                ? Optional.of(current)
                : previous.filter(master -> master.id().equals(key.masterKey()));
    }

    /** Whether a key is wrapped under the current one already. */
    public boolean isCurrent(HolderKey key) {
        return current.id().equals(key.masterKey());
    }

    /** The same key, wrapped under the current one; throws where neither of the two opens it. */
    public HolderKey rewrapped(HolderKey key) throws GeneralSecurityException {
        String bound = HolderKey.bound(key.holder(), key.batch());
        return new HolderKey(key.holder(), key.batch(), current.id(), current.wrap(unwrapped(key), bound));
    }

    /** The key itself; throws where neither of the two opens it. */
    byte[] unwrapped(HolderKey key) throws GeneralSecurityException {
        MasterKey master = of(key).orElseThrow(() -> new GeneralSecurityException(
                "it is wrapped under master key %s, which is not the one that is configured"
                        .formatted(key.masterKey())));
        return master.unwrap(key.wrapped(), HolderKey.bound(key.holder(), key.batch()));
    }
}
