package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.trace.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Some answers of each agent, to see what form they have: those with the smallest pair ids. Ids are digests, so that is a
 * sample; and the same one however the pairs are spread.
 */
final class AnswerSample {
    private static final int SIZE = 2000;

    private AnswerSample() {}

    /** A pair by the agent that produced it. */
    record OfAgent(String agent, String pairId) {}

    /** The answers of these agents, in the order of their pairs. */
    static Map<String, List<Message>> of(Night night, Set<String> agents) {
        HashSet<String> asked = new HashSet<>(agents);
        List<DataFile> files = night.state(CurationTables.PAIRS).files();
        List<OfAgent> smallest = night.tables()
                .read(CurationTables.PAIRS, files, OfAgent.class)
                .filter(pair -> asked.contains(pair.agent()))
                .mapPartitions(some -> smallest(some).iterator())
                .setName("suites: a sample of answers")
                .collect();
        HashSet<String> sample = smallest(smallest.iterator()).stream()
                .map(OfAgent::pairId)
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, List<Message>> answers = new TreeMap<>();
        night
                .tables()
                .read(CurationTables.PAIRS, files, CurateJob.PairId.class, pair -> sample.contains(pair.pairId()))
                .collect()
                .stream()
                .sorted(Comparator.comparing(Pair::pairId))
                .forEach(pair -> answers.computeIfAbsent(pair.agent(), none -> new ArrayList<>())
                        .add(pair.output()));
        return answers;
    }

    private static List<OfAgent> smallest(Iterator<OfAgent> pairs) {
        Map<String, TreeSet<String>> byAgent = new TreeMap<>();
        pairs.forEachRemaining(pair -> {
            TreeSet<String> kept = byAgent.computeIfAbsent(pair.agent(), none -> new TreeSet<>());
            kept.add(pair.pairId());
            if (kept.size() > SIZE) {
                kept.pollLast();
            }
        });
        List<OfAgent> smallest = new ArrayList<>();
        byAgent.forEach((agent, kept) -> kept.forEach(pairId -> smallest.add(new OfAgent(agent, pairId))));
        return smallest;
    }
}
