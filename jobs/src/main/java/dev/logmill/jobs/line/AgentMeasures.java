package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.agent.Agent;
import dev.logmill.curation.agent.AgentState;
import dev.logmill.curation.agent.AgentWindow;
import dev.logmill.curation.agent.JudgedAnswers;
import dev.logmill.curation.agent.Narrowness;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.TableState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures the agents that ran tonight: their state of tonight, added to those of the earlier nights of the window, and what
 * feedback had said of their answers by then. A run counts on the night that first built it.
 */
final class AgentMeasures {
    private AgentMeasures() {}

    /** Commits the rows of tonight, and gives them. */
    static List<Agent> commit(Night night, List<AgentState> measures) {
        List<AgentState> tonight = summed(measures.iterator());
        TableState<Agent> agents = night.state(CurationTables.AGENTS);
        LocalDate from = night.asOf().minusDays(night.config().narrowness().windowDays() - 1L);
        Map<String, List<AgentState>> earlier = new TreeMap<>();
        List<DataFile> sameNight = new ArrayList<>();
        Map<String, AgentState> states = new TreeMap<>();
        tonight.forEach(state -> states.put(key(state), state));
        for (DataFile file : agents.files()) {
            if (file.mayHold("as_of", from.toEpochDay(), night.asOf().toEpochDay())) {
                night.lake().scan(CurationTables.AGENTS, List.of(file), Agent.class, agent -> {
                    AgentState state = new AgentState(agent.agent(), agent.version(), agent.state());
                    if (agent.asOf().equals(night.asOf())) {
                        // The same night again, with more objects: its rows are measured anew.
                        states.merge(key(state), state, AgentState::plus);
                    } else if (!agent.asOf().isBefore(from)) {
                        earlier.computeIfAbsent(key(state), none -> new ArrayList<>())
                                .add(state);
                    }
                });
            }
            if (file.mayHold("as_of", night.asOf().toEpochDay(), night.asOf().toEpochDay())) {
                sameNight.add(file);
            }
        }
        Map<String, JudgedAnswers> judged = AnswersJudged.of(night, from);
        Narrowness narrowness =
                new Narrowness(night.config().narrowness(), night.config().labels());
        List<Agent> rows = new ArrayList<>();
        states.forEach((key, state) -> {
            AgentWindow window = new AgentWindow(
                    state, earlier.getOrDefault(key, List.of()), judged.getOrDefault(key, JudgedAnswers.NONE));
            rows.add(narrowness.measure(window, night.asOf(), night.batch()));
        });
        night.lake()
                .commit(CurationTables.AGENTS, night.lake().write(CurationTables.AGENTS, rows.iterator()), sameNight);
        return rows;
    }

    static List<AgentState> summed(Iterator<AgentState> states) {
        Map<String, List<AgentState>> byAgent = new TreeMap<>();
        states.forEachRemaining(state ->
                byAgent.computeIfAbsent(key(state), none -> new ArrayList<>()).add(state));
        return byAgent.values().stream().map(AgentState::sum).toList();
    }

    private static String key(AgentState state) {
        return key(state.agent(), state.version());
    }

    static String key(String agent, String version) {
        return agent + "\n" + version;
    }
}
