package dev.logmill.curation.vault;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.table.Doc;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/** The original of one row, which only the key of its holder opens: one row of table {@code vault}. */
public record Sealed(
        @Doc("Digest of what tells its row from others") String rowKey,

        @Doc("The table that keeps the row with its identifiers replaced: spans or signals")
        String keptIn,

        @Doc("The trace of that row, as kept there") Optional<String> traceId,

        @Doc("The row's id within its table, as kept there") String rowId,

        @Doc("The record that it was read from, as kept there")
        String recordDigest,

        @Doc("Whose key it is sealed under: the person, else the session, else the trace, as kept there")
        String holder,

        @Doc("Base64 of nonce, ciphertext and tag of AES-256-GCM; the text is JSON, deflated")
        String sealed,

        @Doc("Day of that row") LocalDate day,

        @Doc("The ingest that brought it; names the key together with the holder")
        long batch) {
    /** This original, of a row that is told from others by {@code key}. */
    public Sealed keyed(String key) {
        return new Sealed(key, keptIn, traceId, rowId, recordDigest, holder, sealed, day, batch);
    }

    /** What the ciphertext is bound to, so that it opens in no other row. */
    byte[] bound() {
        return Digest.of(keptIn, traceId.orElse(""), rowId, recordDigest, holder)
                .add(batch)
                .hex()
                .getBytes(StandardCharsets.US_ASCII);
    }
}
