package dev.logmill.curation.vault;

import dev.logmill.curation.json.KeyedDigest;
import dev.logmill.curation.table.RecordShape;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.io.Serializable;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Seals the originals of one ingest. The key of a holder is made from a secret of the ingest, so that all tasks have the same one
 * without asking each other; the secret itself is kept nowhere. What stays of it is each holder's key in table {@code keys}, wrapped:
 * without that row nobody can make it again.
 */
public final class Sealer implements Serializable {
    public static final String SPANS = "spans";
    public static final String SIGNALS = "signals";

    private final KeyedDigest secret;
    private final long batch;

    private Sealer(byte[] secret, long batch) {
        this.secret = new KeyedDigest(secret);
        this.batch = batch;
    }

    /** A sealer with a secret of its own. */
    public static Sealer ofIngest(long batch) {
        byte[] secret = new byte[AesGcm.KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        return new Sealer(secret, batch);
    }

    /**
     * Seals a span as it was logged.
     *
     * @param kept the same as it is kept
     */
    public Sealed seal(Span original, Span kept) {
        String holder = kept.subject().or(kept::sessionId).orElse(kept.traceId());
        return sealed(
                new Sealed(
                        "",
                        SPANS,
                        Optional.of(kept.traceId()),
                        kept.spanId(),
                        kept.recordDigest(),
                        holder,
                        "",
                        kept.day(),
                        batch),
                RecordJson.of(RecordShape.of(Span.class), original));
    }

    /**
     * Seals a signal as it was logged.
     *
     * @param kept the same as it is kept
     */
    public Sealed seal(Signal original, Signal kept) {
        String holder = kept.subject().or(kept::sessionId).or(kept::traceId).orElse(kept.signalId());
        return sealed(
                new Sealed(
                        "",
                        SIGNALS,
                        kept.traceId(),
                        kept.signalId(),
                        kept.recordDigest(),
                        holder,
                        "",
                        kept.day(),
                        batch),
                RecordJson.of(RecordShape.of(Signal.class), original));
    }

    private Sealed sealed(Sealed row, String original) {
        try {
            String sealed = AesGcm.seal(key(row.holder()), Deflated.of(original), row.bound());
            return new Sealed(
                    row.rowKey(),
                    row.keptIn(),
                    row.traceId(),
                    row.rowId(),
                    row.recordDigest(),
                    row.holder(),
                    sealed,
                    row.day(),
                    row.batch());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has AES-GCM", impossible);
        }
    }

    /** The keys of holders, wrapped, ordered by holder; throws where the master key refuses. */
    public List<HolderKey> keys(Collection<String> holders, MasterKey master) throws GeneralSecurityException {
        List<HolderKey> keys = new ArrayList<>();
        for (String holder : new TreeSet<>(holders)) {
            keys.add(new HolderKey(
                    holder, batch, master.id(), master.wrap(key(holder), HolderKey.bound(holder, batch))));
        }
        return keys;
    }

    private byte[] key(String holder) {
        return secret.of("logmill holder key", holder);
    }
}
