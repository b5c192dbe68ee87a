package dev.logmill.jobs.line;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import dev.logmill.curation.CurationTables;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.TableWriter;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * One partition's rows of days before those that it was held against: files of nothing else, and for each row twelve bytes,
 * the digest of its key and the object whose record it leads.
 */
@DefaultSerializer(JavaSerializer.class)
final class LatePart implements Serializable {
    private static final int LEADS_NONE = -1;

    private final List<DataFile> spans;
    private final List<DataFile> signals;
    private final long[] keys;
    private final int[] objects;
    private final VaultPart vault;

    private LatePart(List<DataFile> spans, List<DataFile> signals, long[] keys, int[] objects, VaultPart vault) {
        this.spans = spans;
        this.signals = signals;
        this.keys = keys;
        this.objects = objects;
        this.vault = vault;
    }

    List<DataFile> spans() {
        return spans;
    }

    List<DataFile> signals() {
        return signals;
    }

    /** Originals of these rows. */
    VaultPart vault() {
        return vault;
    }

    /** Hands on the digest of each row's key. */
    void keys(LongConsumer sink) {
        LongStream.of(keys).forEach(sink);
    }

    /** The objects of which rows with these digests lead a record, each as often as they do. */
    IntStream ledBy(HashSet64 digests) {
        return IntStream.range(0, keys.length)
                .filter(row -> objects[row] != LEADS_NONE && digests.mayHold(keys[row]))
                .map(row -> objects[row]);
    }

    static final class Writing implements AutoCloseable {
        private final TableWriter<Span> spans;
        private final TableWriter<Signal> signals;
        private final VaultPart.Writing vault;
        private final LongStream.Builder keys = LongStream.builder();
        private final IntStream.Builder objects = IntStream.builder();

        Writing(Lake lake) {
            spans = lake.writer(CurationTables.SPANS);
            signals = lake.writer(CurationTables.SIGNALS);
            vault = new VaultPart.Writing(lake);
        }

        void add(String key, Ingested row) throws IOException {
            keys.add(HashSet64.hash(key));
            objects.add(row.leads() ? row.object() : LEADS_NONE);
            vault.add(row);
            if (row.span().isPresent()) {
                spans.add(row.span().get());
            } else {
                signals.add(row.signal().orElseThrow());
            }
        }

        LatePart finish() throws IOException {
            return new LatePart(
                    spans.finish(),
                    signals.finish(),
                    keys.build().toArray(),
                    objects.build().toArray(),
                    vault.finish());
        }

        @Override
        public void close() throws IOException {
            try (spans;
                    signals) {
                vault.close();
            }
        }
    }
}
