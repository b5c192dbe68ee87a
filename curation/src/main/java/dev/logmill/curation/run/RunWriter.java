package dev.logmill.curation.run;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes the spans of a run down as its row. */
final class RunWriter {
    private final SpanTree tree;
    private final FullInputs inputs;
    private final RollUp<Usage> usage;
    private final RollUp<Double> cost;
    private final long batch;

    RunWriter(SpanTree tree, long batch) {
        this.tree = tree;
        this.inputs = new FullInputs(tree);
        this.usage = new RollUp<>(tree, RunWriter::tokens, Usage::plus);
        this.cost = new RollUp<>(tree, node -> node.span().costUsd(), Double::sum);
        this.batch = batch;
    }

    Run write(RunSpans spans) {
        StepWriter calls = new StepWriter(inputs, spans.own());
        List<Step> steps = calls.steps();
        Optional<Step> firstStep = steps.stream().findFirst();
        List<Message> input = spans.outer()
                .map(Span::messagesIn)
                .filter(messages -> !messages.isEmpty())
                .or(() -> firstStep.map(Step::added))
                .orElse(List.of());
        AgentIdentity agent = AgentIdentity.of(
                spans,
                firstStep.map(Step::added).orElse(input),
                firstStep
                        .flatMap(Step::toolset)
                        .map(calls.toolsets()::get)
                        .map(Toolset::tools)
                        .orElse(List.of()),
                firstStep.map(Step::model).flatMap(ResponseFormat::of));
        RunPath path = RunPath.of(spans, steps);
        Span first = spans.own().get(0).span();
        Optional<String> rootId = spans.root().map(root -> root.span().spanId());
        Optional<Instant> startedAt = spans.startedAt();
        Optional<Instant> endedAt = spans.endedAt();
        return new Run(
                Digest.of(first.project(), first.traceId(), rootId.orElse("")).id(),
                spans.source(),
                first.project(),
                first.traceId(),
                rootId,
                agent.name(),
                agent.version(),
                agent.named(),
                ofTrace(spans, Span::sessionId),
                ofTrace(spans, Span::subject),
                ofTrace(spans, Span::groupId),
                startedAt,
                endedAt,
                startedAt.flatMap(start -> endedAt.flatMap(end -> millis(start, end))),
                status(spans, steps),
                input,
                output(spans, steps),
                steps,
                calls.toolsets(),
                path.tools(),
                path.text(),
                spans.errorChain(),
                usage.total(spans.own(), spans.root()).orElse(Usage.NONE),
                cost.total(spans.own(), spans.root()),
                spans.nearest(Span::outcome),
                spans.own().size(),
                spans.depth(),
                repairs(spans, calls),
                false,
                startedAt
                        .map(start -> start.atZone(ZoneOffset.UTC).toLocalDate())
                        .orElseGet(() -> firstDay(spans)),
                batch);
    }

    private static Optional<Usage> tokens(SpanNode node) {
        boolean mayCarry = node.is(SpanKind.LLM) || node.is(SpanKind.AGENT) || node.is(SpanKind.CHAIN);
        return mayCarry ? node.span().usage() : Optional.empty();
    }

    /** What holds for a whole trace, such as the person behind it: said by the run, else by any span of the trace. */
    private Optional<String> ofTrace(RunSpans spans, Function<Span, Optional<String>> field) {
        return spans.nearest(field).or(() -> tree.preorder().stream()
                .filter(node -> !node.excluded())
                .flatMap(node -> field.apply(node.span()).stream())
                .findFirst());
    }

    private static Optional<Message> output(RunSpans spans, List<Step> steps) {
        Optional<Message> outer = spans.outer().flatMap(span -> span.messagesOut().stream()
                .filter(message ->
                        message.role() == Role.ASSISTANT && message.toolCalls().isEmpty())
                .reduce((earlier, later) -> later));
        Optional<Message> last = steps.isEmpty()
                ? Optional.empty()
                : steps.get(steps.size() - 1).output().stream().findFirst().filter(answer -> answer.toolCalls()
                        .isEmpty());
        // The step's own message says the same in full: reasoning and refusal are often left out further up.
        boolean same = outer.isPresent()
                && last.isPresent()
                && outer.get().content().equals(last.get().content());
        return same ? last : outer.or(() -> last);
    }

    private static Status status(RunSpans spans, List<Step> steps) {
        Status ofAgent = spans.root().map(root -> root.span().status()).orElse(Status.UNSET);
        if (ofAgent != Status.UNSET) {
            return ofAgent;
        }
        if (!steps.isEmpty()) {
            Step last = steps.get(steps.size() - 1);
            return last.failure().isPresent() ? Status.ERROR : last.status();
        }
        return spans.own().stream().anyMatch(SpanNode::failed) ? Status.ERROR : Status.UNSET;
    }

    /** Absent where the clocks of two machines let it end before it starts. */
    private static Optional<Long> millis(Instant start, Instant end) {
        Duration duration = Duration.between(start, end);
        boolean sane = !duration.isNegative() && duration.toSeconds() < Long.MAX_VALUE / 1000 - 1;
        return sane ? Optional.of(duration.toMillis()) : Optional.empty();
    }

    private static LocalDate firstDay(RunSpans spans) {
        return spans.spans().map(Span::day).min(Comparator.naturalOrder()).orElse(LocalDate.EPOCH);
    }

    private static List<String> repairs(RunSpans spans, StepWriter calls) {
        List<String> repairs = new ArrayList<>();
        spans.own().forEach(node -> repairs.addAll(node.repairs()));
        repairs.addAll(calls.repairs());
        return repairs;
    }
}
