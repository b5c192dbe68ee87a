package dev.logmill.eval.suite;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Tool;
import java.util.List;
import java.util.Optional;

/**
 * What a model is asked to do in a case.
 *
 * @param input messages, oldest first
 * @param tools that are offered
 * @param responseFormat canonical JSON of response_format, where the request set one
 */
public record Task(List<Message> input, List<Tool> tools, Optional<String> responseFormat) {
    public Task {
        input = List.copyOf(input);
        tools = List.copyOf(tools);
    }
}
