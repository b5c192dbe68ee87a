package dev.logmill.curation.run;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.ToolUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run did, in order: its calls and the tools that ran. */
record RunPath(List<String> stations, List<String> tools) {
    RunPath {
        stations = List.copyOf(stations);
        tools = List.copyOf(tools);
    }

    /** By its spans; where the log writes no tool spans, by the tool calls that got a result. */
    static RunPath of(RunSpans run, List<Step> steps) {
        boolean toolSpans = run.own().stream().anyMatch(node -> node.is(SpanKind.TOOL));
        List<String> stations = new ArrayList<>();
        List<String> tools = new ArrayList<>();
        List<List<String>> answered = toolSpans ? List.of() : answeredCalls(steps);
        int step = 0;
        for (SpanNode node : run.seen()) {
            boolean inner =
                    node.is(SpanKind.AGENT) && run.root().filter(node::equals).isEmpty();
            station(node, inner).ifPresent(stations::add);
            if (node.is(SpanKind.TOOL)) {
                tools.add(toolName(node.span()));
            } else if (node.isStep() && !toolSpans) {
                List<String> ran = answered.get(step++);
                ran.forEach(name -> stations.add("tool:" + name));
                tools.addAll(ran);
            }
        }
        return new RunPath(stations, tools);
    }

    String text() {
        return String.join(" > ", stations);
    }

    private static Optional<String> station(SpanNode node, boolean inner) {
        Span span = node.span();
        return switch (span.kind()) {
            case LLM -> node.isStep() ? Optional.of("llm") : Optional.empty();
            case TOOL -> Optional.of("tool:" + toolName(span));
            case AGENT -> inner ? Optional.of("agent:" + span.agent().orElse(span.name())) : Optional.empty();
            case RETRIEVER -> Optional.of("retriever:" + span.name());
            case GUARDRAIL -> Optional.of("guardrail:" + span.name());
            case EMBEDDING -> Optional.of("embedding");
            case CHAIN, EVALUATOR -> Optional.empty();
        };
    }

    private static String toolName(Span span) {
        return span.toolUse().map(ToolUse::name).orElse(span.name());
    }

    /** For each step the tools that it called and that a later step has a result of. */
    private static List<List<String>> answeredCalls(List<Step> steps) {
        List<List<String>> answered = new ArrayList<>();
        Map<String, Call> open = new LinkedHashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            answered.add(new ArrayList<>());
            for (Message message : steps.get(i).added()) {
                if (message.role() == Role.TOOL) {
                    message.toolCallId().map(open::remove).ifPresent(call -> answered.get(call.step())
                            .add(call.name()));
                }
            }
            for (ToolCall call : steps.get(i).output().stream()
                    .findFirst()
                    .map(Message::toolCalls)
                    .orElse(List.of())) {
                open.put(call.id(), new Call(i, call.name()));
            }
        }
        return answered;
    }

    private record Call(int step, String name) {}
}
