package dev.logmill.curation.run;

import dev.logmill.curation.trace.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was last told of conversations that are logged as a whole, in one record, and logged again as they go on or are
 * edited. The newest version of each span stands already; but a turn that only an earlier record told is no part of the
 * conversation any more, and beside the turns of the newest it would make up a talk that nobody had.
 *
 * <p>The spans of such a record are known by their ids, {@code run/1}, {@code run/2} and so on below the run's own, and by
 * the digest that they share with it. Spans of the same form that came each in a record of their own are left alone.
 */
final class LatestTelling {
    private LatestTelling() {}

    /** A span by the source that it came from. */
    private record Key(String source, String spanId) {
        static Key of(Span span) {
            return new Key(span.source(), span.spanId());
        }
    }

    /** The spans of one trace without those that only an earlier telling knew. */
    static List<Span> of(List<Span> spans) {
        Map<Key, String> records = new HashMap<>();
        spans.forEach(span -> records.put(Key.of(span), span.recordDigest()));
        Map<Key, String> told = new HashMap<>();
        for (Span span : spans) {
            Key run = runOf(span);
            if (span.recordDigest().equals(records.get(run))) {
                told.put(run, span.recordDigest());
            }
        }
        return told.isEmpty()
                ? spans
                : spans.stream().filter(span -> isTold(span, told)).toList();
    }

    private static boolean isTold(Span span, Map<Key, String> told) {
        return told.getOrDefault(runOf(span), span.recordDigest()).equals(span.recordDigest());
    }

    /** The run that would have told a span of this id with itself; a key of none where the id has another form. */
    private static Key runOf(Span span) {
        String parent = span.parentSpanId().orElse("");
        String id = span.spanId();
        boolean below = id.length() > parent.length() + 1
                && id.startsWith(parent)
                && id.charAt(parent.length()) == '/'
                && id.chars().skip(parent.length() + 1L).allMatch(c -> c >= '0' && c <= '9');
        return new Key(span.source(), below ? parent : "");
    }
}
