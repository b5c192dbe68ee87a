package dev.logmill.eval.run;

import dev.logmill.eval.suite.Case;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All that a suite asks one model, in the order of the cases' ids; what several cases ask is asked once. */
record Questionnaire(String suite, String model, EndpointConfig endpoint, List<Question> questions) {
    Questionnaire {
        questions = List.copyOf(questions);
    }

    static Questionnaire of(String suite, List<Case> cases, String model, EndpointConfig endpoint) {
        Map<String, String> bodies = new LinkedHashMap<>();
        Map<String, List<String>> askedBy = new LinkedHashMap<>();
        cases.stream().sorted(Comparator.comparing(Case::caseId)).forEach(one -> {
            String body = RequestBody.of(one.task(), endpoint);
            String id = Trial.question(endpoint, body);
            bodies.put(id, body);
            askedBy.computeIfAbsent(id, none -> new ArrayList<>()).add(one.caseId());
        });
        List<Question> questions = new ArrayList<>();
        bodies.forEach((id, body) -> questions.add(new Question(id, askedBy.getOrDefault(id, List.of()), body)));
        return new Questionnaire(suite, model, endpoint, questions);
    }

    Set<String> ids() {
        return questions.stream().map(Question::id).collect(Collectors.toSet());
    }

    Trial trial(Question asked, int number, Reply reply, Transcript transcript) {
        return new Trial(
                Trial.key(asked.id(), number),
                asked.caseIds().get(0),
                suite,
                model,
                number,
                reply.outcome(),
                transcript,
                reply.requests());
    }
}
