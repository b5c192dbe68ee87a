package dev.logmill.curation.vault;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Opens sealed originals. */
public final class Vault {
    private final MasterKeys masters;
    private final Map<Opened, HolderKey> keys = new HashMap<>();

    private record Opened(String holder, long batch) {}

    /** @param keys those of the holders whose originals are opened */
    public Vault(MasterKeys masters, Collection<HolderKey> keys) {
        this.masters = masters;
        keys.forEach(key -> this.keys.put(new Opened(key.holder(), key.batch()), key));
    }

    /** The row as it was logged, as JSON in the columns of its table; throws, saying why, where nothing opens it any more. */
    public String original(Sealed sealed) throws GeneralSecurityException {
        HolderKey key = keys.get(new Opened(sealed.holder(), sealed.batch()));
        if (key == null) {
            throw new GeneralSecurityException("its holder's key is gone");
        }
        try {
            return Deflated.text(AesGcm.open(masters.unwrapped(key), sealed.sealed(), sealed.bound()));
        } catch (IOException damaged) {
            throw new GeneralSecurityException("what was sealed is damaged", damaged);
        }
    }
}
