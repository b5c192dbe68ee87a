package dev.logmill.curation.run;

import dev.logmill.curation.table.Doc;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One LLM call inside a run.
 *
 * <p>What most steps send is the conversation so far and a little more, so a step keeps only that little:
 * its input is the first {@code shared} messages of the previous step's input and output, then {@code added}.
 */
public record Step(
        @Doc("The llm span") String spanId,
        @Doc("Start, UTC") Optional<Instant> startedAt,
        @Doc("How it ended") Status status,
        @Doc("What went wrong") Optional<Failure> failure,
        @Doc("The model and how it was asked") Optional<Model> model,

        @Doc("Messages taken over from the previous step's input followed by its output")
        int shared,

        @Doc("The messages of the input after the shared ones")
        List<Message> added,

        @Doc("What the model answered; the first is the answer that counts")
        List<Message> output,

        @Doc("Index into the run's toolsets; absent where no tools were offered")
        Optional<Integer> toolset,

        @Doc("Tokens") Optional<Usage> usage,

        @Doc("A tool that ran after this step and before the next one failed")
        boolean toolFailed,

        @Doc("What the log left out or left unclear") List<Fidelity> fidelity) {
    public Step {
        added = List.copyOf(added);
        output = List.copyOf(output);
        fidelity = List.copyOf(fidelity);
    }
}
