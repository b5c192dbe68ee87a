package dev.logmill.curation.pair.rule;

import dev.logmill.curation.pair.Candidate;
import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Status;
import java.util.Optional;

/** Drops calls that failed, jobs of runs that failed, and answers that the model or a filter withheld. */
record NotAnError() implements Rule {
    @Override
    public Decision judge(Candidate candidate) {
        if (candidate.call().filter(step -> step.status() == Status.ERROR).isPresent()) {
            return new Decision.Drop(Reason.FAILED, "status of the call is error");
        }
        if (candidate.call().filter(step -> step.failure().isPresent()).isPresent()) {
            return new Decision.Drop(Reason.FAILED, "a failure is logged for the call");
        }
        Optional<String> failed = FinishReason.failed(candidate);
        if (failed.isPresent()) {
            return new Decision.Drop(Reason.FAILED, "finish reason " + failed.get());
        }
        if (candidate.unit() == PairUnit.JOB && candidate.run().status() == Status.ERROR) {
            return new Decision.Drop(Reason.FAILED, "status of the run is error");
        }
        Optional<String> filtered = FinishReason.filtered(candidate);
        if (filtered.isPresent()) {
            return new Decision.Drop(Reason.CONTENT_FILTERED, "finish reason " + filtered.get());
        }
        return candidate.output().flatMap(Message::refusal).isPresent()
                ? new Decision.Drop(Reason.REFUSED, "the answer is a refusal")
                : Decision.KEEP;
    }
}
