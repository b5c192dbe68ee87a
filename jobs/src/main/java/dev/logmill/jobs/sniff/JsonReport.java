package dev.logmill.jobs.sniff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every span as one JSON object a line, and every record that cannot be read as one that says why, in the order of the
 * records. Records are held back so that a span stands whole, with the feedback on it, where its first part did; of many
 * records some at a time.
 */
final class JsonReport {
    private static final int MOST_HELD = 50_000;

    private final PrintStream out;
    private final List<Held> held = new ArrayList<>();

    JsonReport(PrintStream out) {
        this.out = out;
    }

    private record Held(String dialect, String object, RawPiece record, Reading reading) {
        Optional<Reading.Read> read() {
            return reading.fold(Optional::of, unreadable -> Optional.empty());
        }
    }

    /** A record of an object. */
    void record(String dialect, String object, RawPiece record, Reading reading) {
        held.add(new Held(dialect, object, record, reading));
        if (held.size() >= MOST_HELD) {
            finish();
        }
    }

    /** Prints what was held back. */
    void finish() {
        SeenSpans spans =
                new SeenSpans(held.stream().flatMap(one -> one.read().stream()).toList());
        Set<SeenSpans.Key> printed = new HashSet<>();
        for (Held one : held) {
            one.reading().fold(read -> read(one.dialect(), read, spans, printed), why -> quarantined(one, why));
        }
        held.clear();
    }

    private Void read(String dialect, Reading.Read read, SeenSpans spans, Set<SeenSpans.Key> printed) {
        for (Span part : read.spans()) {
            for (SeenSpans.Key key : spans.of(part)) {
                if (printed.add(key)) {
                    Span span = spans.whole(key);
                    print(SpanLine.of(dialect, span, spans.input(span), spans.about(key)));
                }
            }
        }
        List<Signal> others = read.signals().stream()
                .filter(signal -> !spans.isOnSpan(signal))
                .toList();
        if (!others.isEmpty()) {
            print(SpanLine.of(dialect, others));
        }
        return null;
    }

    private Void quarantined(Held one, Reading.Unreadable why) {
        ObjectNode line = Json.MAPPER.createObjectNode();
        line.put("quarantined", why.reason().name());
        line.put("position", one.record().position());
        if (!one.record().place().isEmpty()) {
            line.put("place", one.record().place());
        }
        line.put("detail", why.detail());
        line.put("object", one.object());
        print(line);
        return null;
    }

    private void print(ObjectNode line) {
        out.println(line);
    }
}
