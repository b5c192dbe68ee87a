package dev.logmill.curation.pair;

import dev.logmill.curation.trace.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the calls of a run that sent the same input again. */
final class Retries {
    private Retries() {}

    /** The steps of one run, each knowing what became of it. */
    static List<Candidate> marked(List<Candidate> steps) {
        Map<String, Integer> asked = new HashMap<>();
        steps.forEach(step -> asked.merge(step.inputId(), 1, Integer::sum));
        Set<String> askedLater = new HashSet<>();
        Set<String> answeredLater = new HashSet<>();
        List<Candidate> marked = new ArrayList<>(steps);
        for (int i = steps.size() - 1; i >= 0; i--) {
            Candidate step = steps.get(i);
            String input = step.inputId();
            if (asked.getOrDefault(input, 0) > 1) {
                boolean replaced = failed(step) && answeredLater.contains(input);
                Attempt repeated = replaced ? Attempt.SUPERSEDED : Attempt.RETRIED;
                marked.set(i, step.as(askedLater.add(input) ? Attempt.LAST : repeated));
            }
            if (!failed(step)) {
                answeredLater.add(input);
            }
        }
        return marked;
    }

    private static boolean failed(Candidate step) {
        boolean error = step.call()
                .filter(call -> call.status() == Status.ERROR || call.failure().isPresent())
                .isPresent();
        return error || step.output().isEmpty();
    }
}
