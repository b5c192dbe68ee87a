package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.trace.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Some answers of each agent, to see what form they have: those with the smallest pair ids. Ids are digests, so that is a
 * sample; and the same one however the pairs are spread.
 */
final class AnswerSample {
    private static final int SIZE = 2000;

    private AnswerSample() {}

    /** A pair's row, but for its input. */
    record Answer(String agent, String pairId, Message output) {}

    /** The answers of these agents, in the order of their pairs. */
    static Map<String, List<Message>> of(Night night, Set<String> agents) {
        HashSet<String> wanted = new HashSet<>(agents);
        List<Answer> smallest = night.tables()
                .read(CurationTables.PAIRS, night.state(CurationTables.PAIRS).files(), Answer.class)
                .filter(answer -> wanted.contains(answer.agent()))
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
