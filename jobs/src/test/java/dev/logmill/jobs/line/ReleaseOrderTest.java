package dev.logmill.jobs.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.json.Digest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleaseOrderTest {
    @ParameterizedTest
    @MethodSource("sizes")
    void partitionsFollowOneAnotherInTheOrderOfTheKeys(List<Long> rows) {
        ReleaseOrder order = new ReleaseOrder(rows);
        List<Integer> partitions =
                keys(rows.size()).stream().sorted().map(order::getPartition).toList();

        assertThat(partitions).isSorted();
        assertThat(partitions).allMatch(partition -> partition >= 0 && partition < order.numPartitions());
    }

    static List<List<Long>> sizes() {
        return List.of(
                List.of(0L),
                List.of(5L, 0L, 7L),
                List.of(9_999L, 10_000L, 10_001L),
                List.of(6_000L, 6_000L, 6_000L),
                List.of(95_000L, 3L, 2L),
                List.of(3L, 95_000L, 2L, 400_000L));
    }

    @Test
    void smallDatasetsShareAPartitionAndALargeOneTakesSeveral() {
        assertThat(new ReleaseOrder(List.of(10L, 20L, 30L)).numPartitions()).isEqualTo(1);
        ReleaseOrder large = new ReleaseOrder(List.of(95_000L));
        assertThat(keys(1).stream().map(large::getPartition).distinct()).hasSize(10);
    }

    @Test
    void keysSortByDatasetAndThenByExample() {
        assertThat(List.of(
                        ReleaseOrder.key(2, "ex_0"),
                        ReleaseOrder.key(9, "ex_f"),
                        ReleaseOrder.key(10, "ex_1"),
                        ReleaseOrder.key(10, "ex_2")))
                .isSorted();
        assertThat(ReleaseOrder.dataset(ReleaseOrder.key(10, "ex_1"))).isEqualTo(10);
    }

    private static List<String> keys(int datasets) {
        List<String> keys = new ArrayList<>();
        for (int dataset = 0; dataset < datasets; dataset++) {
            for (int i = 0; i < 200; i++) {
                keys.add(ReleaseOrder.key(
                        dataset, "ex_" + Digest.of(Integer.toString(i)).id()));
            }
        }
        return keys;
    }
}
