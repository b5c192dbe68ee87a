package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.table.Table;
import dev.logmill.curation.vault.HolderKey;
import dev.logmill.curation.vault.MasterKeys;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Wraps the keys of the vault's holders under the present master key; the originals themselves stay as they are. */
public final class RewrapJob implements Job {
    public static final String NAME = "rewrap";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(CurationTables.KEYS);
    }

    @Override
    public Optional<Work> prepare(Night night) {
        MasterKeys masters = night.config().vault().orElseThrow();
        List<DataFile> old = filesUnderOther(night.lake(), masters);
        return old.isEmpty() ? Optional.empty() : Optional.of(() -> rewrap(night.lake(), old, masters));
    }

    private static List<DataFile> filesUnderOther(Lake lake, MasterKeys masters) {
        return lake.state(CurationTables.KEYS).files().stream()
                .filter(file -> rows(lake, file).stream().anyMatch(key -> !masters.isCurrent(key)))
                .toList();
    }

    private static Done rewrap(Lake lake, List<DataFile> old, MasterKeys masters) {
        List<HolderKey> keys = new ArrayList<>();
        long rewrapped = 0;
        for (DataFile file : old) {
            for (HolderKey key : rows(lake, file)) {
                keys.add(masters.isCurrent(key) ? key : rewrapped(key, masters));
                rewrapped += masters.isCurrent(key) ? 0 : 1;
            }
        }
        lake.commit(CurationTables.KEYS, lake.write(CurationTables.KEYS, keys.iterator()), old);
        return Done.of(Map.of("rewrapped", rewrapped), Map.of());
    }

    private static HolderKey rewrapped(HolderKey key, MasterKeys masters) {
        try {
            return masters.rewrapped(key);
        } catch (GeneralSecurityException refused) {
            throw new LakeException(
                    "The key of %s of ingest %d cannot be unwrapped: %s; name that master key under privacy.vault, as previous-key-env or previous-key-file"
                            .formatted(key.holder(), key.batch(), refused.getMessage()),
                    refused);
        }
    }

    private static List<HolderKey> rows(Lake lake, DataFile file) {
        List<HolderKey> rows = new ArrayList<>();
        lake.scan(CurationTables.KEYS, List.of(file), HolderKey.class, rows::add);
        return rows;
    }
}
