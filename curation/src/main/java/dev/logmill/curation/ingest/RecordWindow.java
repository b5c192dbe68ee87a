package dev.logmill.curation.ingest;

import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.privacy.CheckedSpan;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Records of one object that privacy goes over together: what one of them tells of a session is replaced in the others of that
 * session too. Where one window ends and the next begins follows from the object alone, so that it comes out the same however the
 * work is spread.
 */
public final class RecordWindow {
    private static final int MOST_RECORDS = 1000;
    private static final long MOST_CHARS = 4L << 20;

    private final RecordReader reader;
    private final List<Settled> waiting = new ArrayList<>();
    private long chars;

    RecordWindow(RecordReader reader) {
        this.reader = reader;
    }

    /** A record and what became of it. */
    public record Settled(RawPiece piece, Reading reading) {}

    /** Takes one more record. */
    public void add(RawPiece piece) {
        Reading logged = reader.logged(piece);
        waiting.add(new Settled(piece, logged));
        chars += logged.fold(
                read -> read.spans().stream().mapToLong(RecordWindow::chars).sum(), unreadable -> 0L);
    }

    /** Whether no more should be added: with some records, or much text, it would only take memory. */
    public boolean isFull() {
        return waiting.size() >= MOST_RECORDS || chars >= MOST_CHARS;
    }

    /** The records that were added, in order, with their rows or why there are none; it is empty then. */
    public List<Settled> settle() {
        List<Span> spans = new ArrayList<>();
        waiting.forEach(one -> one.reading().fold(read -> spans.addAll(read.spans()), unreadable -> false));
        List<CheckedSpan> checked = reader.checked(spans);
        List<Settled> settled = new ArrayList<>(waiting.size());
        int at = 0;
        for (Settled one : waiting) {
            int from = at;
            int count = one.reading().fold(read -> read.spans().size(), unreadable -> 0);
            at += count;
            settled.add(new Settled(one.piece(), kept(one, checked.subList(from, at))));
        }
        waiting.clear();
        chars = 0;
        return settled;
    }

    private Reading kept(Settled one, List<CheckedSpan> checked) {
        return one.reading()
                .fold(
                        read -> one.piece().fold(record -> reader.kept(record, read, checked), broken -> one.reading()),
                        unreadable -> unreadable);
    }

    private static long chars(Span span) {
        long chars = span.attributes().length();
        for (List<Message> messages : List.of(span.messagesIn(), span.messagesOut())) {
            for (Message message : messages) {
                chars += message.content().map(String::length).orElse(0);
            }
        }
        return chars;
    }
}
