package dev.logmill.curation.run;

import dev.logmill.curation.table.Doc;
import dev.logmill.curation.table.RecordShape;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.Usage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One invocation of one agent: the subtree under an agent span, or the whole trace where the log knows no agents. One
 * row of table {@code runs}; holds everything that curation needs, so that spans are not read again.
 */
public record Run(
        @Doc("Digest of project, trace and the run's root span")
        String runId,

        @Doc("The source in logmill.yaml that it came from") String source,
        @Doc("The producer's project or tenant") String project,
        @Doc("The trace that it is part of") String traceId,

        @Doc("The agent span; absent where the whole trace is the run")
        Optional<String> rootSpanId,

        @Doc("The agent: named by the log, else found by what its calls have in common")
        String agent,

        @Doc("The agent's version: named by the log, else found")
        String agentVersion,

        @Doc("The log names the agent") boolean agentNamed,
        @Doc("The conversation, as a keyed alias") Optional<String> sessionId,
        @Doc("The person behind it, as a keyed pseudonym") Optional<String> subject,

        @Doc("What must stay on one side besides the person, as logged")
        Optional<String> groupId,

        @Doc("First start, UTC") Optional<Instant> startedAt,
        @Doc("Last end, UTC") Optional<Instant> endedAt,
        @Doc("First start to last end, milliseconds") Optional<Long> latencyMs,
        @Doc("How it ended") Status status,

        @Doc("What went in: the first step's input, or the agent span's")
        List<Message> input,

        @Doc("What came out: the final answer") Optional<Message> output,
        @Doc("The LLM calls, in order") List<Step> steps,
        @Doc("The distinct sets of tools that were offered") List<Toolset> toolsets,
        @Doc("Tools that ran, in order") List<String> toolsUsed,

        @Doc("Kinds and names of the spans in order, e.g. llm > tool:lookup > llm")
        String decisionPath,

        @Doc("Errors of its spans, the first first") List<Failure> errorChain,
        @Doc("Tokens of its LLM calls") Usage usage,
        @Doc("Cost as logged, US dollars") Optional<Double> costUsd,
        @Doc("How the task came out, as logged: 0 to 1") Optional<Double> outcome,
        @Doc("Spans that it was built from") int spans,

        @Doc("Longest way from its root to a leaf, in spans")
        int depth,

        @Doc("Span ids whose parent never came, and whether a cycle was cut, as flags in words")
        List<String> repairs,

        @Doc("Its trace was built on an earlier night already")
        boolean rebuilt,

        @Doc("Day of the start, UTC") LocalDate day,

        @Doc("The assembly that built it; grows by one an assembly")
        long batch) {
    public Run {
        input = List.copyOf(input);
        steps = List.copyOf(steps);
        toolsets = List.copyOf(toolsets);
        toolsUsed = List.copyOf(toolsUsed);
        errorChain = List.copyOf(errorChain);
        repairs = List.copyOf(repairs);
    }

    /** This run, as one whose trace was built before. */
    public Run asRebuilt() {
        return RecordShape.of(Run.class).with(this, "rebuilt", true);
    }
}
