package dev.logmill.curation.spark;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.logmill.curation.table.RecordShape;
import java.util.Iterator;
import org.apache.spark.HashPartitioner;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import scala.Tuple2;

/**
 * Brings the records of a key together.
 *
 * <p>They cross the shuffle as bytes. Spark guesses the memory of what it sorts by walking through its objects again and
 * again: for records of many parts that costs more than packing each of them once.
 */
public final class ByKey {
    private ByKey() {}

    /**
     * Hands each partition's keys, in order, with all their records to {@code each}; the records of a key come in no
     * particular order.
     */
    public static <R extends Record, T> JavaRDD<T> group(
            JavaPairRDD<String, R> rows,
            Class<R> type,
            int partitions,
            FlatMapFunction<Iterator<Groups.Group<R>>, T> each) {
        return group(rows, type, new HashPartitioner(partitions), each);
    }

    /** The same, with a partitioner that says where each key goes. */
    public static <R extends Record, T> JavaRDD<T> group(
            JavaPairRDD<String, R> rows,
            Class<R> type,
            Partitioner partitioner,
            FlatMapFunction<Iterator<Groups.Group<R>>, T> each) {
        return rows.mapPartitionsToPair(some -> new Packing<>(some, type), true)
                .repartitionAndSortWithinPartitions(partitioner)
                .mapPartitions(sorted -> each.call(new Groups<>(new Unpacking<>(sorted, type))));
    }

    private static final class Packing<R> implements Iterator<Tuple2<String, byte[]>> {
        private final Iterator<Tuple2<String, R>> rows;
        private final RecordShape<R> shape;
        private final Output output = new Output(4096, -1);

        Packing(Iterator<Tuple2<String, R>> rows, Class<R> type) {
            this.rows = rows;
            this.shape = RecordShape.of(type);
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Tuple2<String, byte[]> next() {
            Tuple2<String, R> row = rows.next();
            output.clear();
            RecordSerializer.fields(output, shape, row._2());
            return new Tuple2<>(row._1(), output.toBytes());
        }
    }

    private static final class Unpacking<R> implements Iterator<Tuple2<String, R>> {
        private final Iterator<Tuple2<String, byte[]>> rows;
        private final RecordShape<R> shape;

        Unpacking(Iterator<Tuple2<String, byte[]>> rows, Class<R> type) {
            this.rows = rows;
            this.shape = RecordShape.of(type);
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Tuple2<String, R> next() {
            Tuple2<String, byte[]> row = rows.next();
            return new Tuple2<>(row._1(), RecordSerializer.fields(new Input(row._2()), shape));
        }
    }
}
