package dev.logmill.curation.ingest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.util.List;
import java.util.function.Predicate;

/** The form of an object that its name tells. */
public final class Forms {
    private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".parquet", ".json", ".jsonl", ".ndjson");

    private Forms() {}

    /**
     * Rows of a table in {@code .csv}, {@code .tsv} and {@code .parquet}; else JSON, see {@link RecordSplitter}.
     *
     * @param isPiece whether a JSON array is one record, told by its first element
     */
    public static ObjectForm named(String name, Predicate<JsonNode> isPiece) {
        String inner = Compression.inner(name);
        if (inner.endsWith(".csv") || inner.endsWith(".tsv")) {
            return new CsvForm(inner.endsWith(".tsv") ? '\t' : ',');
        }
        return inner.endsWith(".parquet") ? new ParquetForm() : json(isPiece);
    }

    /** The same as {@link #named}, where neighbouring lines may be pieces of one record too, see {@link StreamedLines}, or the text of a stream, see {@link EventStream}. */
    public static ObjectForm streamed(String name, Predicate<JsonNode> isPiece) {
        ObjectForm events = (object, stored, maxRecordBytes) -> {
            WatchedFile file = new WatchedFile(stored);
            RecordSplitter splitter = new RecordSplitter(maxRecordBytes, isPiece);
            return new Pieces(
                    () -> {
                        BufferedInputStream in =
                                new BufferedInputStream(Compression.text(object.name(), file.stream()));
                        return EventStream.begins(in)
                                ? new EventStream(object, in, isPiece, maxRecordBytes)
                                : splitter.supply(object, in);
                    },
                    file);
        };
        return isTable(name)
                ? named(name, isPiece)
                : (object, stored, maxRecordBytes) ->
                        new StreamedLines(events.pieces(object, stored, maxRecordBytes), isPiece, maxRecordBytes);
    }

    private static boolean isTable(String name) {
        String inner = Compression.inner(name);
        return inner.endsWith(".csv") || inner.endsWith(".tsv") || inner.endsWith(".parquet");
    }

    /** All lines as one record where the name tells of lines, see {@link SessionForm}; else as {@link #named}. */
    public static ObjectForm linesAsOne(String name, Predicate<JsonNode> isPiece) {
        String inner = Compression.inner(name);
        return inner.endsWith(".jsonl") || inner.endsWith(".ndjson") ? new SessionForm() : named(name, isPiece);
    }

    /** Of an object that holds no records. */
    public static ObjectForm none() {
        return (object, stored, maxRecordBytes) -> new Pieces(() -> () -> null, new WatchedFile(stored));
    }

    /** Whether an object's name tells its form, so that it can be no database. */
    public static boolean isNamed(String name) {
        String inner = Compression.inner(name);
        return ENDINGS.stream().anyMatch(inner::endsWith);
    }

    private static ObjectForm json(Predicate<JsonNode> isPiece) {
        return (object, stored, maxRecordBytes) -> {
            WatchedFile file = new WatchedFile(stored);
            RecordSplitter splitter = new RecordSplitter(maxRecordBytes, isPiece);
            return new Pieces(() -> splitter.supply(object, Compression.text(object.name(), file.stream())), file);
        };
    }
}
