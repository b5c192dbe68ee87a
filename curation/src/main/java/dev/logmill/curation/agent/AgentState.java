package dev.logmill.curation.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.pair.Candidate;
import dev.logmill.curation.run.PromptMask;
import dev.logmill.curation.run.Run;
import dev.logmill.curation.run.Step;
import dev.logmill.curation.table.Doc;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Status;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What runs say of how narrow their agent is, in a form that adds up exactly: {@code a.plus(b)} is the state of both
 * together, in any order and grouping, and bounded whatever the runs say.
 *
 * <p>Numbers are counted up to {@value #MOST}. Texts are counted in one of {@value #BINS} bins by their digest; two texts
 * share a bin so rarely that a share is overstated by about one in {@value #BINS}. Of answers the {@value #ANSWERS} with the
 * smallest digests are kept, inputs first: a random sample of inputs with every answer to each (a bottom-k sketch, Cohen
 * and Kaplan 2007), which does not depend on how often an input came.
 *
 * @param counts canonical JSON object: histogram name to bin to count
 */
public record AgentState(
        @Doc("The agent") String agent,
        @Doc("The agent's version") String version,

        @Doc("Canonical JSON object: histogram to bin to count")
        String counts)
        implements Serializable {
    static final String TEMPLATE = "template";
    static final String PROMPT = "prompt";
    static final String TOOL = "tool";
    static final String OFFERED = "offered";
    static final String DEPTH = "depth";
    static final String CALLS = "calls";
    static final String TURNS = "turns";
    static final String FORM = "form";
    static final String SUCCESS = "success";
    static final String ANSWER = "answer";

    static final String PROSE = "prose";
    static final String SLOT = "slot";
    static final String FIXED = "fixed";
    static final int MOST = 4095;
    private static final int BINS = 4096;
    private static final int ANSWERS = 1024;

    /** An answer that is left out has so many smaller ones before it in every greater sum too. */
    private static final Map<String, Integer> LIMITS = Map.of(ANSWER, ANSWERS);

    private static final int SHORT_TEXT = 40;

    /** What one run says. */
    public static AgentState of(Run run, List<Candidate> candidates) {
        Histograms counts = new Histograms();
        counts.add(DEPTH, number(run.depth()));
        counts.add(CALLS, number(run.steps().size()));
        counts.add(TURNS, number(turns(run)));
        counts.add(SUCCESS, success(run));
        run.toolsets().forEach(set -> counts.add(OFFERED, number(set.tools().size())));
        for (Step step : run.steps()) {
            step.output().stream().limit(1).forEach(answer -> answer(counts, answer));
        }
        for (Candidate call : calls(candidates)) {
            template(counts, call.input());
            call.output().ifPresent(answer -> counts.add(ANSWER, call.inputId().substring(0, 8) + ":" + said(answer)));
        }
        return new AgentState(run.agent(), run.agentVersion(), counts.written(LIMITS));
    }

    private static String success(Run run) {
        String asItEnded = run.status() == Status.ERROR ? Success.NO : Success.UNFAILED;
        return run.outcome()
                .map(outcome -> outcome >= 0.5 ? Success.YES : Success.NO)
                .orElse(asItEnded);
    }

    /** One candidate a call: a job that only the agent's span shows is told by its last call already. */
    private static List<Candidate> calls(List<Candidate> candidates) {
        Map<Integer, Candidate> calls = new TreeMap<>();
        candidates.forEach(candidate -> calls.putIfAbsent(candidate.step(), candidate));
        return List.copyOf(calls.values());
    }

    /** The answer alone: a pair's id also tells a job from a step. */
    private static String said(Message answer) {
        Digest said = Digest.of(answer.content().orElse(""));
        answer.toolCalls().forEach(call -> said.add(call.name()).add(call.arguments()));
        return said.id().substring(0, 8);
    }

    private static void answer(Histograms counts, Message answer) {
        answer.toolCalls().forEach(call -> counts.add(TOOL, bin("tool", call.name())));
        if (answer.toolCalls().isEmpty()) {
            counts.add(TOOL, "none");
        }
        answer.content().ifPresent(text -> counts.add(FORM, form(text)));
    }

    /** The shape of an answer: its keys where it is a JSON object, the text itself where it is short, else prose. */
    private static String form(String text) {
        Optional<JsonNode> json = Json.container(text);
        if (json.isPresent() && json.get().isObject()) {
            List<String> keys = new ArrayList<>();
            json.get().fieldNames().forEachRemaining(keys::add);
            keys.sort(null);
            Digest names = Digest.of("json");
            keys.forEach(names::add);
            return bin(names);
        }
        return text.length() <= SHORT_TEXT ? bin("text", text.strip()) : PROSE;
    }

    private static void template(Histograms counts, List<Message> input) {
        Optional<PromptMask> prompt = input.stream()
                .filter(message -> message.role() == Role.SYSTEM || message.role() == Role.DEVELOPER)
                .findFirst()
                .map(message -> PromptMask.read(message.content().orElse("")));
        counts.add(TEMPLATE, prompt.map(mask -> bin("template", mask.text())).orElse("none"));
        prompt.ifPresent(mask -> {
            counts.add(PROMPT, SLOT, mask.slots());
            counts.add(PROMPT, FIXED, mask.words() - mask.slots());
        });
    }

    private static long turns(Run run) {
        long in = run.input().stream()
                .filter(message -> message.role() == Role.USER)
                .count();
        long later = run.steps().stream()
                .skip(1)
                .flatMap(step -> step.added().stream())
                .filter(message -> message.role() == Role.USER)
                .count();
        return in + later;
    }

    /** Both together. */
    public AgentState plus(AgentState other) {
        return sum(List.of(this, other));
    }

    /** All together, under the first's name; there must be one. */
    public static AgentState sum(List<AgentState> states) {
        Histograms sum = new Histograms();
        states.forEach(state -> sum.add(state.histograms()));
        return new AgentState(states.get(0).agent(), states.get(0).version(), sum.written(LIMITS));
    }

    /** The counts of a histogram, by bin. */
    Map<String, Long> histogram(String name) {
        return histograms().bins(name);
    }

    private Histograms histograms() {
        try {
            return Histograms.read(counts);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The state of agent %s is no JSON".formatted(agent), broken);
        }
    }

    private static String number(long number) {
        return Long.toString(Math.min(number, MOST));
    }

    private static String bin(String kind, String text) {
        return bin(Digest.of(kind, text));
    }

    private static String bin(Digest digest) {
        return Long.toString(Math.floorMod(digest.bits(), BINS));
    }
}
