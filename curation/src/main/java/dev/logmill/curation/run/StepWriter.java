package dev.logmill.curation.run;

import dev.logmill.curation.run.FullInputs.FullInput;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes a run's model calls as steps, each by what it adds to the one before. */
final class StepWriter {
    private final FullInputs inputs;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> repairs = new ArrayList<>();
    private final Map<Toolset, Integer> toolsets = new LinkedHashMap<>();
    private MessageChain previous = MessageChain.EMPTY;

    StepWriter(FullInputs inputs, List<SpanNode> members) {
        this.inputs = inputs;
        Optional<Span> call = Optional.empty();
        boolean toolFailed = false;
        for (SpanNode node : members) {
            if (node.isStep()) {
                write(call, toolFailed);
                call = Optional.of(node.span());
                toolFailed = false;
            } else if (node.is(SpanKind.TOOL) && node.failed()) {
                toolFailed = true;
            }
        }
        write(call, toolFailed);
    }

    List<Step> steps() {
        return steps;
    }

    List<String> repairs() {
        return repairs;
    }

    List<Toolset> toolsets() {
        return List.copyOf(toolsets.keySet());
    }

    private void write(Optional<Span> call, boolean toolFailed) {
        call.ifPresent(span -> {
            FullInput input = inputs.of(span);
            if (input.predecessorMissing()) {
                repairs.add("predecessor_missing:" + span.spanId());
            }
            steps.add(step(span, input, toolFailed));
            previous = RunConversation.withAnswer(input.messages(), span.messagesOut());
        });
    }

    private Step step(Span span, FullInput input, boolean toolFailed) {
        int shared = previous.sharedWith(input.messages());
        return new Step(
                span.spanId(),
                span.startedAt(),
                span.status(),
                span.failure(),
                span.model(),
                shared,
                input.messages().after(shared),
                span.messagesOut(),
                toolset(span),
                span.usage(),
                toolFailed,
                flags(span, input));
    }

    private Optional<Integer> toolset(Span span) {
        if (span.tools().isEmpty()) {
            return Optional.empty();
        }
        int next = toolsets.size();
        return Optional.of(toolsets.computeIfAbsent(new Toolset(span.tools()), unseen -> next));
    }

    private static List<Fidelity> flags(Span span, FullInput input) {
        Set<Fidelity> flags = EnumSet.noneOf(Fidelity.class);
        flags.addAll(span.fidelity());
        flags.addAll(input.fidelity());
        return List.copyOf(flags);
    }
}
