package dev.logmill.jobs.sniff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Every span as one JSON object a line, and every record that cannot be read as one that says why. */
record JsonReport(PrintStream out) {
    /** A record of an object. */
    void record(String dialect, String object, RawPiece record, Reading reading) {
        reading.fold(read -> spans(dialect, read), unreadable -> quarantined(object, record, unreadable));
    }

    private Void spans(String dialect, Reading.Read read) {
        List<Signal> others = new ArrayList<>(read.signals());
        WholeInputs inputs = new WholeInputs(read.spans());
        for (Span span : read.spans()) {
            List<Signal> about =
                    others.stream().filter(signal -> isAbout(signal, span)).toList();
            others.removeAll(about);
            print(SpanLine.of(dialect, span, inputs.of(span), about));
        }
        if (!others.isEmpty()) {
            print(SpanLine.of(dialect, others));
        }
        return null;
    }

    /** A signal about a whole trace stands with the span that begins it. */
    private static boolean isAbout(Signal signal, Span span) {
        boolean sameTrace = signal.traceId().filter(span.traceId()::equals).isPresent();
        return sameTrace
                && signal.spanId()
                        .map(span.spanId()::equals)
                        .orElse(span.parentSpanId().isEmpty());
    }

    private Void quarantined(String object, RawPiece record, Reading.Unreadable why) {
        ObjectNode line = Json.MAPPER.createObjectNode();
        line.put("quarantined", why.reason().name());
        line.put("position", record.position());
        if (!record.place().isEmpty()) {
            line.put("place", record.place());
        }
        line.put("detail", why.detail());
        line.put("object", object);
        print(line);
        return null;
    }

    private void print(ObjectNode line) {
        out.println(line);
    }
}
