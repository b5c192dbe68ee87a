package dev.logmill.jobs.line;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the logs of a source hold beside calls of models and steps of agents, and no table keeps. */
final class Skipped {
    private Skipped() {}

    /** A sentence for each source that had some. */
    static List<String> told(List<UnreadObject> objects, List<IngestPart> parts) {
        Map<String, Long> bySource = new TreeMap<>();
        for (IngestPart part : parts) {
            part.skipped()
                    .forEach((object, things) ->
                            bySource.merge(objects.get(object).object().source(), things, Long::sum));
        }
        return bySource.entrySet().stream()
                .map(source -> "source %s: %d log records and metrics that tell of no model's call were skipped"
                        .formatted(source.getKey(), source.getValue()))
                .toList();
    }
}
