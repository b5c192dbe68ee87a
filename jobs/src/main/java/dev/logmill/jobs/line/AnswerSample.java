package dev.logmill.jobs.line;

import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.trace.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;

/**
 * Some answers of each agent, to see what form they have: those with the smallest pair ids. Ids are digests, so that is a
 * sample; and the same one however the pairs are spread.
 */
final class AnswerSample {
    private static final int SIZE = 2000;

    private AnswerSample() {}

    /** One answer, by its pair. */
    record Answer(String agent, String pairId, Message output) {}

    /** The answers of these agents, in the order of their pairs. */
    static Map<String, List<Message>> of(JavaRDD<Pair> pairs, Set<String> agents) {
        HashSet<String> wanted = new HashSet<>(agents);
        List<Answer> smallest = pairs.filter(pair -> wanted.contains(pair.agent()))
                .map(pair -> new Answer(pair.agent(), pair.pairId(), pair.output()))
                .mapPartitions(some -> smallest(some).iterator())
                .setName("suites: a sample of answers")
                .collect();
        Map<String, List<Message>> answers = new TreeMap<>();
        for (Answer answer : smallest(smallest.iterator())) {
            answers.computeIfAbsent(answer.agent(), none -> new ArrayList<>()).add(answer.output());
        }
        return answers;
    }

    private static List<Answer> smallest(Iterator<Answer> answers) {
        Map<String, TreeMap<String, Answer>> byAgent = new TreeMap<>();
        answers.forEachRemaining(answer -> {
            TreeMap<String, Answer> kept = byAgent.computeIfAbsent(answer.agent(), none -> new TreeMap<>());
            kept.put(answer.pairId(), answer);
            if (kept.size() > SIZE) {
                kept.pollLastEntry();
            }
        });
        return byAgent.values().stream().flatMap(kept -> kept.values().stream()).toList();
    }
}
