package dev.logmill.curation.pair;

import dev.logmill.curation.run.Run;
import dev.logmill.curation.run.Step;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Tool;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An input and its output before any rule has judged them.
 *
 * @param run the run that it is taken from
 * @param unit what it pairs
 * @param step index of the step that answered; for a job the one that gave the final answer, 0 where the run has none
 * @param call the step that answered, where the run has one
 * @param terminal it is the run's last step, or the job itself
 * @param attempt what became of the call
 * @param pairId as in {@link Pair}
 * @param inputId as in {@link Pair}
 * @param history of each earlier turn in the input, the id of what was the input then
 * @param input messages as sent, tool-call ids counted c0, c1, ... from the start of the conversation
 * @param tools tools as offered
 * @param responseFormat canonical JSON of the form of answer asked for
 * @param output the answer, where there is one
 */
public record Candidate(
        Run run,
        PairUnit unit,
        int step,
        Optional<Step> call,
        boolean terminal,
        Attempt attempt,
        String pairId,
        String inputId,
        List<String> history,
        List<Message> input,
        List<Tool> tools,
        Optional<String> responseFormat,
        Optional<Message> output) {
    public Candidate {
        history = List.copyOf(history);
        input = List.copyOf(input);
        tools = List.copyOf(tools);
    }

    /** This candidate, knowing what became of its call. */
    Candidate as(Attempt known) {
        return new Candidate(
                run, unit, step, call, terminal, known, pairId, inputId, history, input, tools, responseFormat, output);
    }

    /** The run and what of it, unique among the candidates of all runs. */
    public String subjectRow() {
        return run.runId() + "/" + (unit == PairUnit.JOB ? "job" : Integer.toString(step));
    }

    /** What the log left out of the call. */
    public List<Fidelity> fidelity() {
        return call.map(Step::fidelity).orElse(List.of());
    }

    /** The pair that it is, where there is an answer. */
    public Optional<Pair> pair(LocalDate night, long batch) {
        return output.map(answer ->
                new Pair(pairId, inputId, unit, run.agent(), input, tools, responseFormat, answer, night, batch));
    }

    /**
     * Where the pair comes from; its leak groups are not known yet.
     *
     * @param alone its run gave no step pair
     */
    public Provenance provenance(boolean alone, LocalDate night, long batch) {
        return new Provenance(
                pairId,
                inputId,
                output.map(Wording::of).orElse(""),
                unit,
                run.agent(),
                run.agentVersion(),
                run.runId(),
                run.source(),
                run.project(),
                run.traceId(),
                call.map(Step::spanId).or(run::rootSpanId).orElse(""),
                run.rootSpanId(),
                step,
                terminal,
                alone,
                run.sessionId(),
                run.subject(),
                "",
                "",
                List.of(),
                call.flatMap(Step::startedAt).or(run::startedAt),
                run.outcome(),
                toolFailed(),
                night,
                batch,
                batch);
    }

    /** A job answers for all its tools, a step for those that ran because of it or later. */
    private boolean toolFailed() {
        int from = unit == PairUnit.JOB ? 0 : step;
        return run.steps().stream().skip(from).anyMatch(Step::toolFailed);
    }
}
