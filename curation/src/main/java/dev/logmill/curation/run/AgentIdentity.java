package dev.logmill.curation.run;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.Tool;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which agent made a run: the one the log names, else the one its first call shows by prompt, tools and form of answer. */
record AgentIdentity(String name, String version, boolean named) {
    private static final int SHORT = 8;

    static AgentIdentity of(RunSpans run, List<Message> input, List<Tool> tools, Optional<String> responseFormat) {
        Optional<String> name = logged(run, Span::agent);
        String prompt = PromptMask.of(systemPrompt(input));
        return new AgentIdentity(
                name.orElseGet(() -> "agent-" + lookOf(prompt, tools, responseFormat)),
                logged(run, Span::agentVersion).orElseGet(() -> "p-" + contentOf(prompt, tools)),
                name.isPresent());
    }

    /** As the root says, else the span nearest to it: below it first, then above it up to the next agent. */
    private static Optional<String> logged(RunSpans run, Function<Span, Optional<String>> field) {
        return run.nearest(span -> field.apply(span).filter(text -> !text.isBlank()));
    }

    private static String lookOf(String prompt, List<Tool> tools, Optional<String> responseFormat) {
        Digest digest = Digest.of("agent", prompt, responseFormat.orElse(""));
        tools.stream().map(Tool::name).sorted().distinct().forEach(digest::add);
        return digest.hex().substring(0, SHORT);
    }

    private static String contentOf(String prompt, List<Tool> tools) {
        Digest digest = Digest.of("prompt", prompt);
        for (Tool tool : tools) {
            digest.add(tool.name())
                    .add(tool.description().orElse(""))
                    .add(tool.parameters().orElse(""));
        }
        return digest.hex().substring(0, SHORT);
    }

    private static String systemPrompt(List<Message> input) {
        StringBuilder prompt = new StringBuilder();
        for (Message message : input) {
            if (message.role() != Role.SYSTEM && message.role() != Role.DEVELOPER) {
                break;
            }
            prompt.append(message.content().orElse("")).append('\n');
        }
        return prompt.toString();
    }
}
