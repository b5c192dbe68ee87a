package dev.logmill.curation.pair.rule;

import dev.logmill.curation.pair.Candidate;
import dev.logmill.curation.run.Step;
import dev.logmill.curation.trace.Model;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The providers' words for answers that did not end by themselves. */
final class FinishReason {
    private static final Set<String> CUT = Set.of(
            "length",
            "max_tokens",
            "max_output_tokens",
            "model_length",
            "incomplete",
            "model_context_window_exceeded",
            // Anthropic: a long turn that is to be gone on with.
            "pause_turn",
            "error_limit",
            "abort",
            "aborted",
            "cancelled",
            "canceled",
            "user_cancel",
            "interrupted",
            "timeout",
            "insufficient_system_resource");

    /** What came instead of an answer. */
    private static final Set<String> FAILED = Set.of(
            "error",
            "failed",
            "malformed_function_call",
            "malformed_response",
            "unexpected_tool_call",
            "too_many_tool_calls");

    private static final Set<String> FILTERED = Set.of(
            "content_filter",
            "content_filtered",
            "safety",
            "guardrail_intervened",
            "blocklist",
            "prohibited_content",
            "spii");

    private FinishReason() {}

    /** The word for a cut answer, where the candidate's call ended with one. */
    static Optional<String> cut(Candidate candidate) {
        return of(candidate).filter(CUT::contains);
    }

    /** The word for a failure, where the candidate's call ended with one. */
    static Optional<String> failed(Candidate candidate) {
        return of(candidate).filter(FAILED::contains);
    }

    /** The word for a filtered answer, where the candidate's call ended with one. */
    static Optional<String> filtered(Candidate candidate) {
        return of(candidate).filter(FILTERED::contains);
    }

    private static Optional<String> of(Candidate candidate) {
        return candidate
                .call()
                .flatMap(Step::model)
                .flatMap(Model::finishReason)
                .map(word -> word.toLowerCase(Locale.ROOT));
    }
}
