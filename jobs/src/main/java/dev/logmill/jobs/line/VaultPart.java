package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.TableWriter;
import dev.logmill.curation.vault.Sealed;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.TreeSet;

/** The sealed originals of the rows that one partition keeps: files of table {@code vault}, and whose they are. */
record VaultPart(List<DataFile> files, List<String> holders) implements Serializable {
    static final class Writing implements AutoCloseable {
        private final TableWriter<Sealed> originals;
        private final TreeSet<String> holders = new TreeSet<>();

        Writing(Lake lake) {
            originals = lake.writer(CurationTables.VAULT);
        }

        /** Takes the original of a row that is kept. */
        void add(Ingested row) throws IOException {
            if (row.original().isPresent()) {
                Sealed original = row.original().get();
                originals.add(original);
                holders.add(original.holder());
            }
        }

        VaultPart finish() throws IOException {
            return new VaultPart(originals.finish(), List.copyOf(holders));
        }

        @Override
        public void close() throws IOException {
            originals.close();
        }
    }
}
