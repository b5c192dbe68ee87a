package dev.logmill.curation.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * What runs say of how narrow their agent is, in a form that adds up: {@code a.plus(b)} is the state of both together, in
 * any order. Histograms keep their most frequent {@value #BINS} bins and count the rest as one.
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
    static final String TOOL = "tool";
    static final String OFFERED = "offered";
    static final String DEPTH = "depth";
    static final String CALLS = "calls";
    static final String TURNS = "turns";
    static final String FORM = "form";
    static final String SUCCESS = "success";
    static final String ANSWER = "answer";

    private static final int BINS = 256;
    private static final String REST = "~rest";

    /** What one run says. */
    public static AgentState of(Run run, List<Candidate> candidates) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        add(counts, DEPTH, Integer.toString(run.depth()));
        add(counts, CALLS, Integer.toString(run.steps().size()));
        add(counts, TURNS, Long.toString(turns(run)));
        boolean good = run.outcome().map(outcome -> outcome >= 0.5).orElse(run.status() != Status.ERROR);
        add(counts, SUCCESS, good ? "yes" : "no");
        run.toolsets()
                .forEach(
                        set -> add(counts, OFFERED, Integer.toString(set.tools().size())));
        for (Step step : run.steps()) {
            step.output().stream().limit(1).forEach(answer -> answer(counts, answer));
        }
        for (Candidate candidate : candidates) {
            add(counts, TEMPLATE, template(candidate.input()));
            candidate
                    .output()
                    .ifPresent(answer -> add(
                            counts,
                            ANSWER,
                            candidate.inputId().substring(0, 8) + ":"
                                    + candidate.pairId().substring(0, 8)));
        }
        return new AgentState(run.agent(), run.agentVersion(), written(counts));
    }

    private static void answer(Map<String, Map<String, Long>> counts, Message answer) {
        answer.toolCalls().forEach(call -> add(counts, TOOL, call.name()));
        if (answer.toolCalls().isEmpty()) {
            add(counts, TOOL, "");
        }
        answer.content().ifPresent(text -> add(counts, FORM, form(text)));
    }

    /** The shape of an answer: its keys where it is a JSON object, the text itself where it is short, else prose. */
    private static String form(String text) {
        Optional<JsonNode> json = Json.container(text);
        if (json.isPresent() && json.get().isObject()) {
            List<String> keys = new ArrayList<>();
            json.get().fieldNames().forEachRemaining(keys::add);
            keys.sort(null);
            return "json:" + Digest.of(String.join(",", keys)).id().substring(0, 8);
        }
        return text.length() <= 40 ? "text:" + Digest.of(text.strip()).id().substring(0, 8) : "prose";
    }

    private static String template(List<Message> input) {
        for (Message message : input) {
            if (message.role() == Role.SYSTEM || message.role() == Role.DEVELOPER) {
                return Digest.of(PromptMask.of(message.content().orElse("")))
                        .id()
                        .substring(0, 8);
            }
        }
        return "none";
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
        Map<String, Map<String, Long>> sum = new TreeMap<>();
        states.forEach(state -> state.histograms()
                .forEach((name, bins) -> bins.forEach((bin, count) ->
                        sum.computeIfAbsent(name, none -> new TreeMap<>()).merge(bin, count, Long::sum))));
        return new AgentState(states.get(0).agent(), states.get(0).version(), written(sum));
    }

    /** The counts of a histogram, by bin. */
    Map<String, Long> histogram(String name) {
        return histograms().getOrDefault(name, Map.of());
    }

    private Map<String, Map<String, Long>> histograms() {
        Map<String, Map<String, Long>> histograms = new TreeMap<>();
        try {
            Json.parse(counts).properties().forEach(histogram -> {
                Map<String, Long> bins = new TreeMap<>();
                histogram
                        .getValue()
                        .properties()
                        .forEach(bin -> bins.put(bin.getKey(), bin.getValue().asLong()));
                histograms.put(histogram.getKey(), bins);
            });
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The state of agent %s is no JSON".formatted(agent), broken);
        }
        return histograms;
    }

    private static void add(Map<String, Map<String, Long>> counts, String histogram, String bin) {
        counts.computeIfAbsent(histogram, none -> new TreeMap<>()).merge(bin, 1L, Long::sum);
    }

    private static String written(Map<String, Map<String, Long>> counts) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        counts.forEach((name, bins) -> {
            ObjectNode histogram = json.putObject(name);
            bounded(bins).forEach(histogram::put);
        });
        return Json.canonical(json);
    }

    private static Map<String, Long> bounded(Map<String, Long> bins) {
        if (bins.size() <= BINS) {
            return bins;
        }
        Map<String, Long> kept = new TreeMap<>();
        bins.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(bin -> kept.merge(kept.size() < BINS ? bin.getKey() : REST, bin.getValue(), Long::sum));
        return kept;
    }
}
