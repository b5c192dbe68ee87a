package dev.logmill.curation.pair.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.pair.Candidate;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import java.util.List;
import java.util.Optional;

/** Drops answers that call a tool nobody offered, or with arguments that break the offered schema. */
record ToolCallsValid(UndeclaredTools undeclaredTools, Schemas schemas) implements Rule {
    @Override
    public Decision judge(Candidate candidate) {
        List<ToolCall> calls = candidate.output().map(Message::toolCalls).orElse(List.of());
        if (candidate.tools().isEmpty() && undeclaredTools == UndeclaredTools.TRUST) {
            return Decision.KEEP;
        }
        for (int i = 0; i < calls.size(); i++) {
            Decision decision = judge(calls.get(i), candidate.tools(), "call %d of %d".formatted(i + 1, calls.size()));
            if (decision.refusal().isPresent()) {
                return decision;
            }
        }
        return Decision.KEEP;
    }

    private Decision judge(ToolCall call, List<Tool> offered, String which) {
        Optional<Tool> tool =
                offered.stream().filter(each -> each.name().equals(call.name())).findFirst();
        if (tool.isEmpty()) {
            return new Decision.Drop(
                    Reason.UNKNOWN_TOOL, "%s is none of %d tools offered".formatted(which, offered.size()));
        }
        Optional<JsonNode> arguments = Json.container(call.arguments());
        if (arguments.isEmpty()) {
            return new Decision.Drop(Reason.UNPARSEABLE_ARGUMENTS, which + " has no JSON object");
        }
        return tool.get()
                .parameters()
                .map(schema -> schemas.check(schema, arguments.get()).decision(Reason.ARGUMENTS_BREAK_SCHEMA, which))
                .orElse(Decision.KEEP);
    }
}
