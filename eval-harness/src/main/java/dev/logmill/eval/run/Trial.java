package dev.logmill.eval.run;

import dev.logmill.curation.table.Doc;

/** One attempt at a case by a model that gave something back: one row of table {@code trials}. Kept, and not paid again. */
public record Trial(
        @Doc("Digest of where it was sent, what was sent with which settings, and the trial's number")
        String trialKey,

        @Doc("The case") String caseId,
        @Doc("The suite") String suite,
        @Doc("The model's name in logmill.yaml") String model,
        @Doc("Number of the attempt, from 0") int number,
        @Doc("How it ended: answered or truncated") Outcome outcome,
        @Doc("What the model gave back") Transcript transcript,
        @Doc("Requests sent until it was answered") int requests) {}
