package dev.logmill.jobs.sniff;

import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.UnknownScale;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The scores that were seen with numbers outside 0 to 1, by format: a source must say their scale before its first night, since a 1 of
 * five stars would be read as the best there is, and stay so. Their lines in its block have no numbers yet, {@code csat: {worst: , best: }}:
 * the configuration refuses them until somebody who knows fills them in.
 */
final class WaitingScores {
    private static final String HEAD = """
                scores:   # fill in the numbers of the worst and of the best answer, such as worst: 1, best: 5
            """;

    private final Map<KnownFormat, Set<String>> keys = new HashMap<>();

    /** Takes what became of a record. */
    void note(KnownFormat format, Reading reading) {
        Optional<String> waiting = reading.fold(read -> Optional.empty(), UnknownScale::waiting);
        waiting.filter(key -> format.takesScores())
                .ifPresent(key ->
                        keys.computeIfAbsent(format, none -> new TreeSet<>()).add(key));
    }

    /** Their lines in the block of a source; empty where none waits. */
    String lines(KnownFormat format) {
        Set<String> waiting = keys.getOrDefault(format, Set.of());
        return waiting.isEmpty()
                ? ""
                : waiting.stream().map(WaitingScores::line).collect(Collectors.joining("", HEAD, ""));
    }

    private static String line(String key) {
        String unsaid = key.equals(UnknownScale.UNSAID)
                ? "   # a score whose name is not shown: write it as the log has it"
                : "";
        return "      %s: {worst: , best: }%s%n".formatted(key, unsaid);
    }
}
