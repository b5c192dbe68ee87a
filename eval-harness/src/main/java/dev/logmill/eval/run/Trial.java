package dev.logmill.eval.run;

import dev.logmill.curation.table.Doc;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Usage;
import java.util.Optional;

/** One attempt at a case by a model, answered: one row of table {@code trials}. It is kept, and not paid for again. */
public record Trial(
        @Doc("Digest of what was sent, to which model, with which settings, and the trial's number")
        String trialKey,

        @Doc("The case") String caseId,
        @Doc("The suite") String suite,
        @Doc("The model's name in logmill.yaml") String model,
        @Doc("Number of the attempt, from 0") int number,
        @Doc("What the model answered") Message answer,
        @Doc("Why the answer ended") Optional<String> finishReason,
        @Doc("Tokens") Usage usage,
        @Doc("Request to answer, milliseconds") long latencyMs,
        @Doc("Requests sent until it was answered") int requests) {}
