package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.lake.Lake;
import dev.logmill.jobs.config.LogmillConfig;
import java.time.LocalDate;
import java.util.List;

/** About how much text a night has to work through, before Spark is started. */
public final class Weight {
    /** Logs shrink to about a tenth. */
    private static final int UNPACKED = 10;

    private Weight() {}

    /** Bytes of what these jobs will read: what is unread, or, without ingest among them, what was read last. */
    public static long of(List<Job> jobs, LogmillConfig config, Lake lake, LocalDate asOf) {
        boolean ingests = jobs.stream().anyMatch(job -> job.name().equals(IngestJob.NAME));
        return ingests ? unread(config, lake, asOf) : readLast(lake);
    }

    private static long unread(LogmillConfig config, Lake lake, LocalDate asOf) {
        List<UnreadObject> objects = Unread.objects(config, lake, asOf);
        return objects.stream()
                .map(UnreadObject::object)
                .mapToLong(object -> text(object.name(), object.bytes()))
                .sum();
    }

    private static long readLast(Lake lake) {
        long[] last = new long[2];
        lake.scan(lake.state(CurationTables.LEDGER), entry -> {
            if (entry.batch() > last[0]) {
                last[0] = entry.batch();
                last[1] = 0;
            }
            last[1] += entry.batch() == last[0] ? text(entry.path(), entry.bytes()) : 0;
        });
        return last[1];
    }

    private static long text(String name, long bytes) {
        return name.endsWith(".gz") || name.endsWith(".zst") ? bytes * UNPACKED : bytes;
    }
}
