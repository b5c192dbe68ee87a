package dev.logmill.curation.agent;

import java.util.List;

/**
 * What is known of an agent version in the window of nights that it is measured by.
 *
 * @param tonight what this night alone says; nothing where it had no runs
 * @param earlier what each earlier night of the window said
 * @param judged what feedback says of its answers
 */
public record AgentWindow(AgentState tonight, List<AgentState> earlier, JudgedAnswers judged) {
    public AgentWindow {
        earlier = List.copyOf(earlier);
    }

    AgentState whole() {
        return earlier.stream().reduce(tonight, AgentState::plus);
    }
}
