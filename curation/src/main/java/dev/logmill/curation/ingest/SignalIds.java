package dev.logmill.curation.ingest;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.trace.Signal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives the signals of one record their ids: digests of what they say, so that what is read again is known again.
 *
 * <p>What else a record says under the same feedback id is part of a signal's id: said again with a correction added, a
 * thumb is another row, since it stands with the correction and no longer alone.
 */
final class SignalIds {
    private SignalIds() {}

    private record Said(String project, String feedbackId, Optional<Instant> at) {
        static Said of(Signal signal) {
            return new Said(signal.project(), signal.feedbackId(), signal.eventAt());
        }
    }

    /** All signals of a record, redacted and in their projects, with their ids and revisions. */
    static List<Signal> given(List<Signal> ofRecord) {
        Map<Said, Set<String>> said = new HashMap<>();
        for (Signal signal : ofRecord) {
            said.computeIfAbsent(Said.of(signal), none -> new TreeSet<>()).add(content(signal));
        }
        return ofRecord.stream()
                .map(signal -> {
                    Set<String> all = said.getOrDefault(Said.of(signal), Set.of());
                    String revision = Digest.of(all.toArray(String[]::new)).id();
                    return signal.identified(
                            Digest.of(revision, content(signal)).id(), revision);
                })
                .toList();
    }

    private static String content(Signal signal) {
        return Digest.of(
                        signal.source(),
                        signal.project(),
                        signal.feedbackId(),
                        signal.supersedes().orElse(""),
                        signal.channel().name(),
                        signal.traceId().orElse(""),
                        signal.spanId().orElse(""),
                        signal.sessionId().orElse(""),
                        signal.value().map(String::valueOf).orElse(""),
                        signal.text().orElse(""),
                        signal.subject().orElse(""),
                        String.valueOf(signal.withdrawn()),
                        signal.eventAt().map(String::valueOf).orElse(""),
                        signal.versionAt().map(String::valueOf).orElse(""))
                .id();
    }
}
