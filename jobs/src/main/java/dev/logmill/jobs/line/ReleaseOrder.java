package dev.logmill.jobs.line;

import java.util.List;
import org.apache.spark.Partitioner;

/**
 * The order in which members are written: dataset by dataset, by example id within. Partitions follow one another in
 * this order and hold about as many rows each: small datasets share one, a large one takes several.
 */
final class ReleaseOrder extends Partitioner {
    private static final long ROWS = 10_000;

    private final int[] first;
    private final int[] slices;
    private final int partitions;

    /** For datasets of these numbers of rows. */
    ReleaseOrder(List<Long> rows) {
        first = new int[rows.size()];
        slices = new int[rows.size()];
        int next = 0;
        long shared = 0;
        for (int dataset = 0; dataset < first.length; dataset++) {
            long count = rows.get(dataset);
            slices[dataset] = Math.toIntExact(1 + count / ROWS);
            if (slices[dataset] > 1 || shared + count > ROWS) {
                next += shared > 0 ? 1 : 0;
                shared = 0;
            }
            first[dataset] = next;
            if (slices[dataset] > 1) {
                next += slices[dataset];
            } else {
                shared += count;
            }
        }
        partitions = next + 1;
    }

    /** The key of a member: sorts by dataset, then by example. */
    static String key(int dataset, String exampleId) {
        return "%06d|%s".formatted(dataset, exampleId);
    }

    static int dataset(String key) {
        return Integer.parseInt(key.substring(0, 6));
    }

    @Override
    public int numPartitions() {
        return partitions;
    }

    @Override
    public int getPartition(Object key) {
        String text = (String) key;
        int dataset = dataset(text);
        // Ids end in a digest: its first digits spread evenly, and in their own order.
        int digest = text.indexOf('_') + 1;
        int digits = Integer.parseInt(text, digest, digest + 4, 16);
        return first[dataset] + digits * slices[dataset] / 0x10000;
    }
}
