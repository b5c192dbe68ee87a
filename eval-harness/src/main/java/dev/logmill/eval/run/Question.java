package dev.logmill.eval.run;

import java.util.List;

/**
 * A request body on its way to a model, and the cases that ask it: mostly one.
 *
 * @param id the same wherever the same is asked of the same model
 */
record Question(String id, List<String> caseIds, String body) {
    Question {
        caseIds = List.copyOf(caseIds);
    }
}
