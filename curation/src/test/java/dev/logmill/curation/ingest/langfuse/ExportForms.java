package dev.logmill.curation.ingest.langfuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.github.luben.zstd.Zstd;
import dev.logmill.curation.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** The same rows in each form that Langfuse exports: lines of JSON, one array, CSV with JSON in its fields, typed Parquet. */
final class ExportForms {
    private ExportForms() {}

    static byte[] lines(List<JsonNode> rows) {
        return rows.stream()
                .map(JsonNode::toString)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] array(List<JsonNode> rows) {
        ArrayNode array = Json.MAPPER.createArrayNode().addAll(rows);
        return array.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] csv(List<JsonNode> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> row.properties().forEach(field -> columns.add(field.getKey())));
        StringBuilder csv = new StringBuilder(String.join(",", columns));
        for (JsonNode row : rows) {
            csv.append('\n')
                    .append(columns.stream()
                            .map(row::path)
                            .map(ExportForms::cell)
                            .collect(Collectors.joining(",")));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        String text = value.isContainerNode() ? value.toString() : value.asText();
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    static byte[] parquet(List<JsonNode> rows, MessageType schema, CompressionCodecName codec, Path folder) {
        Path file = folder.resolve(codec + ".parquet");
        try {
            Files.deleteIfExists(file);
            try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                    .withType(schema)
                    .withCompressionCodec(codec)
                    .build()) {
                for (JsonNode row : rows) {
                    Group group = new SimpleGroupFactory(schema).newGroup();
                    fill(group, row);
                    writer.write(group);
                }
            }
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void fill(Group group, JsonNode row) {
        for (Type column : group.getType().getFields()) {
            JsonNode value = row.path(column.getName());
            if (!value.isNull() && !value.isMissingNode()) {
                put(group, column, value);
            }
        }
    }

    private static void put(Group group, Type column, JsonNode value) {
        if (column.isPrimitive()) {
            primitive(group, column, value);
            return;
        }
        Group inner = group.addGroup(column.getName());
        GroupType repeated = column.asGroupType().getType(0).asGroupType();
        if (column.getLogicalTypeAnnotation().equals(LogicalTypeAnnotation.listType())) {
            value.forEach(element -> put(inner.addGroup(0), repeated.getType(0), element));
            return;
        }
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            Group pair = inner.addGroup(0);
            pair.append("key", entry.getKey());
            put(pair, repeated.getType(1), entry.getValue());
        }
    }

    private static void primitive(Group group, Type column, JsonNode value) {
        LogicalTypeAnnotation logical = column.getLogicalTypeAnnotation();
        String name = column.getName();
        switch (column.asPrimitiveType().getPrimitiveTypeName()) {
            case BOOLEAN -> group.append(name, value.booleanValue());
            case INT32 -> group.append(name, value.intValue());
            case DOUBLE -> group.append(name, value.doubleValue());
            case FIXED_LEN_BYTE_ARRAY -> {
                int scale = ((DecimalLogicalTypeAnnotation) logical).getScale();
                long unscaled =
                        new BigDecimal(value.asText()).movePointRight(scale).longValueExact();
                group.append(
                        name,
                        Binary.fromConstantByteArray(
                                ByteBuffer.allocate(8).putLong(unscaled).array()));
            }
            case INT64 ->
                group.append(
                        name,
                        logical instanceof TimestampLogicalTypeAnnotation timestamp
                                ? count(value, timestamp.getUnit())
                                : value.longValue());
            default -> group.append(name, value.asText());
        }
    }

    private static long count(JsonNode naive, TimeUnit unit) {
        Instant time = Instant.parse(naive.asText().replace(' ', 'T') + "Z");
        long micros = Duration.between(Instant.EPOCH, time).toNanos() / 1000;
        return unit == TimeUnit.MILLIS ? micros / 1000 : micros;
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    static byte[] zstd(byte[] plain) {
        return Zstd.compress(plain);
    }
}
