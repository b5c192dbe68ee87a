package dev.logmill.curation.ingest.mapped;

import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.trace.Usage;
import java.io.Serializable;
import java.util.Optional;

/** Where the tokens of a call are counted. */
record UsageFields(
        Optional<Address> input,
        Optional<Address> output,
        Optional<Address> cacheRead,
        Optional<Address> cacheWrite,
        Optional<Address> reasoning,
        boolean cacheIncluded)
        implements Serializable {
    static UsageFields read(MappingKeys keys) {
        UsageFields usage = new UsageFields(
                keys.address("input"),
                keys.address("output"),
                keys.address("cache-read"),
                keys.address("cache-write"),
                keys.address("reasoning"),
                keys.flag("cache-included", true));
        keys.refuseUnknown();
        return usage;
    }

    /** The tokens that a record tells of, if any. */
    Optional<Usage> in(MappedRecord record) throws UnreadableRecord {
        Optional<Long> read = record.count(cacheRead());
        Optional<Long> write = record.count(cacheWrite());
        long outside = cacheIncluded() ? 0 : read.orElse(0L) + write.orElse(0L);
        Usage found = new Usage(
                record.count(input()).map(input -> input + outside),
                record.count(output()),
                read,
                write,
                record.count(reasoning()));
        return found.equals(Usage.NONE) ? Optional.empty() : Optional.of(found);
    }
}
