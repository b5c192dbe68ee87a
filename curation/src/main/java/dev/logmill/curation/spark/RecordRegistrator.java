package dev.logmill.curation.spark;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.factories.SerializerFactory;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import dev.logmill.curation.table.RecordShape;
import org.apache.spark.serializer.KryoRegistrator;

/**
 * Tells Spark's serializer how records travel: as columns where they are columns, else as Java serialises them. Named in
 * {@code spark.kryo.registrator}.
 */
public final class RecordRegistrator implements KryoRegistrator {
    @Override
    public void registerClasses(Kryo kryo) {
        kryo.addDefaultSerializer(Record.class, new SerializerFactory() {
            @Override
            public Serializer<?> makeSerializer(Kryo owner, Class<?> type) {
                return RecordShape.describes(type)
                        ? new RecordSerializer<>(RecordShape.of(type))
                        : new JavaSerializer();
            }
        });
    }
}
