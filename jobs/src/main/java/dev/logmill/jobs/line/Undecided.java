package dev.logmill.jobs.line;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Warns of spans that came again with other content, where the log does not say which version is the newer one. */
final class Undecided {
    private Undecided() {}

    /** A sentence for each source that has some. */
    static List<String> warnings(List<UnreadObject> objects, List<IngestPart> parts) {
        Map<String, Long> bySource = new TreeMap<>();
        parts.forEach(part -> part.counts()
                .forEach((object, ended) ->
                        bySource.merge(objects.get(object).object().source(), ended.undecided(), Long::sum)));
        return bySource.entrySet().stream()
                .filter(source -> source.getValue() > 0)
                .map(source ->
                        ("source %s: %d spans came again with other content, and nothing says which version is newer:"
                                        + " one of them stands, by a draw; a later end time would say it, or in a mapping the key 'updated'")
                                .formatted(source.getKey(), source.getValue()))
                .toList();
    }
}
