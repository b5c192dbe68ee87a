package dev.logmill.curation.ingest.otlp;

import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.RecordReader;
import dev.logmill.curation.ingest.StoredBytes;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.ingest.object.RawPieces;
import dev.logmill.curation.privacy.Unchanged;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whole objects as the dialect reads them. */
final class Otlp {
    private static final Dialect DIALECT = new OtlpLog();

    private Otlp() {}

    /** What an object holds, each record with what became of it. */
    record Told(List<Span> spans, List<Signal> signals, List<String> refusals, List<String> places) {
        Span span(int index) {
            return spans.get(index);
        }
    }

    static Told read(String name, byte[] bytes) {
        RecordReader reader = new RecordReader(DIALECT, "demo", new Unchanged(), LocalDate.EPOCH, 1);
        RawObject object = new RawObject("app", name, name, "", bytes.length, Optional.empty());
        Told told = new Told(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (RawPieces pieces = reader.pieces(object, new StoredBytes(bytes), 1 << 24)) {
            pieces.forEachRemaining(piece -> reader.records(piece).forEach(record -> add(reader, record, told)));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        return told;
    }

    private static void add(RecordReader reader, RawPiece record, Told told) {
        told.places().add(record.position() + record.place());
        Reading reading = reader.read(record);
        String refusal = reading.fold(read -> took(read, told), unread -> unread.reason() + ": " + unread.detail());
        if (!refusal.isEmpty()) {
            told.refusals().add(refusal);
        }
    }

    private static String took(Reading.Read read, Told told) {
        told.spans().addAll(read.spans());
        told.signals().addAll(read.signals());
        return "";
    }

    /** The same of a text with single quotes. */
    static Told read(String text) {
        return read("a.json", text.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** One span of OTLP with these attributes, as key and JSON of an AnyValue. */
    static Span span(String... attributes) {
        StringBuilder pairs = new StringBuilder();
        for (int i = 0; i < attributes.length; i += 2) {
            pairs.append(pairs.isEmpty() ? "" : ",")
                    .append("{'key':'%s','value':%s}".formatted(attributes[i], attributes[i + 1]));
        }
        return read("{'traceId':'5b8efff798038103d269b633813fc60c','spanId':'eee19b7ec3c1b174','startTimeUnixNano':"
                        + "'1795309923120000000','attributes':[" + pairs + "]}")
                .span(0);
    }
}
