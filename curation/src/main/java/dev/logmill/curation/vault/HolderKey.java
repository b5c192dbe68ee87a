package dev.logmill.curation.vault;

import dev.logmill.curation.table.Doc;

/**
 * The key that one ingest sealed a holder's originals under, itself under the master key: one row of table {@code keys}. Once
 * a holder's rows are gone from there nothing opens the originals, wherever copies of them lie.
 */
public record HolderKey(
        @Doc("Whose originals it opens: see holder of table vault")
        String holder,

        @Doc("The ingest whose originals it opens") long batch,

        @Doc("What the master key is known by that it is wrapped under")
        String masterKey,

        @Doc("The key under the master key, as that wrote it")
        String wrapped) {
    /** What the wrapping is bound to, so that it opens for no other holder. */
    static String bound(String holder, long batch) {
        return "logmill/keys/%d/%s".formatted(batch, holder);
    }
}
