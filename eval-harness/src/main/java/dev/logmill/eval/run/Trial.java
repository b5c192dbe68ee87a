package dev.logmill.eval.run;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.table.Doc;

/** One attempt at a case by a model that gave something back: one row of table {@code trials}. Kept, and not paid again. */
public record Trial(
        @Doc(
                "Digest of where it was sent, what was sent with which settings and the model's revision; - and the attempt")
        String trialKey,

        @Doc("The case") String caseId,
        @Doc("The suite") String suite,
        @Doc("The model's name in logmill.yaml") String model,

        @Doc("Number of the attempt, from 0; evaluate --fresh begins the next")
        int number,

        @Doc("How it ended: answered, truncated or filtered")
        Outcome outcome,

        @Doc("What the model gave back") Transcript transcript,
        @Doc("Requests sent until it was answered") int requests) {
    /** What a model is asked by a request body: the same question has the same answer, whichever case asks it. */
    static String question(EndpointConfig endpoint, String body) {
        return Digest.of(endpoint.address(), endpoint.revision().orElse(""), body)
                .id();
    }

    static String key(String question, int number) {
        return question + "-" + number;
    }

    /** The question of a trial's key. */
    public static String question(String trialKey) {
        int dash = trialKey.indexOf('-');
        return dash < 0 ? trialKey : trialKey.substring(0, dash);
    }
}
