package dev.logmill.jobs.simulate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Optional;

/** One user's visit: a few runs, mostly of the agent that the user likes. */
final class Session {
    private static final long MINUTE = 60_000;

    private final Evening evening;
    private final People.Person person;
    private final NightLogs logs;
    private final Dice dice;
    private final String id;
    private final ArrayNode talk = Json.MAPPER.createArrayNode();

    /** Which night it is, and what was asked in it so far. */
    record Evening(int night, int nights, Earlier earlier) {}

    Session(Evening evening, People.Person person, NightLogs logs, Dice dice) {
        this.evening = evening;
        this.person = person;
        this.logs = logs;
        this.dice = dice;
        this.id = "sess-" + dice.hex(16);
    }

    void play() {
        long at = logs.midnight().toEpochMilli() + dice.between(6 * 60, 21 * 60) * MINUTE + dice.between(0, 59_999);
        int runs = dice.between(1, 4);
        for (int i = 0; i < runs; i++) {
            at = run(at) + dice.between(1, 12) * MINUTE;
        }
    }

    private long run(long at) {
        Optional<Earlier.Input> again = evening.earlier().again(dice);
        SimulatedAgent agent = again.map(Earlier.Input::agent)
                .orElseGet(() -> dice.chance(0.65) ? person.favourite() : dice.of(List.of(SimulatedAgent.values())));
        int version = agent.version(evening.night(), evening.nights());
        Asked asked = again.map(Earlier.Input::asked)
                .orElseGet(() -> Asked.of(agent.craft().task(dice, version), person, dice));
        ArrayNode history = agent == SimulatedAgent.ASSISTANT ? talk.deepCopy() : Json.MAPPER.createArrayNode();
        Setting setting = new Setting(agent, version, id, person, again.map(Earlier.Input::trace));
        RunTeller.Told told = new RunTeller(setting, asked, history, logs, dice).tell(at);
        Voice voice = new Voice(setting, logs, dice);
        voice.speak(told);
        if (again.isEmpty()) {
            evening.earlier().add(new Earlier.Input(agent, version, asked, told.trace()));
        }
        if (agent == SimulatedAgent.ASSISTANT && !told.answer().isEmpty()) {
            talk.addObject().put("role", "user").put("content", asked.text());
            talk.addObject().put("role", "assistant").put("content", told.answer());
        }
        boolean single = agent != SimulatedAgent.ORDER_TOOLS && told.calls() == 1;
        if (!single || !dice.chance(told.good() ? 0.002 : 0.02)) {
            return told.endMs();
        }
        long later = told.endMs() + dice.between(1, 4) * MINUTE;
        voice.regenerate(told, later);
        Setting same = new Setting(agent, version, id, person, Optional.of(told.trace()));
        return new RunTeller(same, asked, history, logs, dice).tell(later).endMs();
    }
}
