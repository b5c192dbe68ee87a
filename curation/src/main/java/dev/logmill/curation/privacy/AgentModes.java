package dev.logmill.curation.privacy;

import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The mode of a source where some of its agents have another one. A row that does not say whose it is (a signal, a span that
 * names no agent) may be of any of them, and so has the strictest mode of all.
 */
public final class AgentModes implements Redaction {
    private final Redaction others;
    private final Redaction strictest;
    private final Map<String, Redaction> agents = new TreeMap<>();

    private AgentModes(PrivacyMode mode, Map<String, PrivacyMode> byAgent, Pseudonyms pseudonyms, KeptWords kept) {
        this.others = mode.redaction(pseudonyms, kept);
        byAgent.forEach((agent, own) -> agents.put(agent, own.redaction(pseudonyms, kept)));
        PrivacyMode most =
                byAgent.values().stream().reduce(mode, (one, other) -> one.compareTo(other) < 0 ? other : one);
        this.strictest = most.redaction(pseudonyms, kept);
    }

    /**
     * The redaction of a source.
     *
     * @param mode of agents that have none of their own
     * @param byAgent the mode of an agent, by its name as the log has it
     */
    public static Redaction of(
            PrivacyMode mode, Map<String, PrivacyMode> byAgent, Pseudonyms pseudonyms, KeptWords kept) {
        return byAgent.isEmpty() ? mode.redaction(pseudonyms, kept) : new AgentModes(mode, byAgent, pseudonyms, kept);
    }

    @Override
    public boolean seals(Optional<String> agent) {
        return of(agent).seals(agent);
    }

    @Override
    public Span span(Span span) throws PrivacyFailure {
        return of(span.agent()).span(span);
    }

    @Override
    public List<Span> spans(List<Span> together) throws PrivacyFailure {
        Map<Redaction, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < together.size(); i++) {
            places.computeIfAbsent(of(together.get(i).agent()), none -> new ArrayList<>())
                    .add(i);
        }
        List<Span> kept = new ArrayList<>(together);
        for (Map.Entry<Redaction, List<Integer>> mode : places.entrySet()) {
            List<Integer> mine = mode.getValue();
            List<Span> own =
                    mode.getKey().spans(mine.stream().map(together::get).toList());
            for (int i = 0; i < mine.size(); i++) {
                kept.set(mine.get(i), own.get(i));
            }
        }
        return kept;
    }

    private Redaction of(Optional<String> agent) {
        return agent.isEmpty() ? strictest : agents.getOrDefault(agent.get(), others);
    }

    @Override
    public Signal signal(Signal signal) throws PrivacyFailure {
        return strictest.signal(signal);
    }

    @Override
    public String key(String text) {
        return others.key(text);
    }

    @Override
    public String digest(String plain) {
        return others.digest(plain);
    }

    @Override
    public String path(String path) {
        return others.path(path);
    }
}
