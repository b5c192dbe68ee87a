package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.vault.MasterKeys;
import dev.logmill.curation.vault.Sealer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What one ingest puts into the vault: originals under the keys of their holders, and these keys under the master key. */
record TonightsVault(MasterKeys masters, Sealer sealer) {
    static TonightsVault of(MasterKeys masters, long batch) {
        return new TonightsVault(masters, Sealer.ofIngest(batch));
    }

    /** Keys first: what nothing opens must not be there, not even where somebody looks in between. */
    void commit(Lake lake, List<IngestPart> parts, LateRows late) {
        List<DataFile> originals = new ArrayList<>(late.vault());
        TreeSet<String> holders = new TreeSet<>();
        for (IngestPart part : parts) {
            originals.addAll(part.vault().files());
            holders.addAll(part.vault().holders());
            holders.addAll(part.late().vault().holders());
        }
        if (originals.isEmpty()) {
            return;
        }
        try {
            lake.append(CurationTables.KEYS, sealer.keys(holders, masters.current()));
        } catch (GeneralSecurityException refused) {
            throw new LakeException(
                    "The master key %s wraps nothing"
                            .formatted(masters.current().id()),
                    refused);
        }
        lake.commit(CurationTables.VAULT, originals, List.of());
    }
}
