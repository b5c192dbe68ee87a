package dev.logmill.curation.ingest.nat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.Fields;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The steps of a log, by the tree that they make. A step does not say whose trace it is part of: the one at its root may,
 * and requests that ran at one time lie among each other.
 */
final class Steps {
    static final String WORKFLOW = "WORKFLOW";

    private final Map<String, Step> byId = new LinkedHashMap<>();
    private final Map<String, String> traces = new HashMap<>();

    void add(JsonNode event) {
        StepEvent one = new StepEvent(event);
        Step known = byId.getOrDefault(one.stepId(), Step.NONE).with(one);
        if (known.isTold()) {
            byId.put(one.stepId(), known);
        }
    }

    Collection<Step> all() {
        return byId.values();
    }

    boolean holds(String id) {
        return byId.containsKey(id);
    }

    /** The step that is the whole run, where it is logged. */
    Optional<Step> workflow() {
        return byId.values().stream()
                .filter(step -> step.first().category().equals(WORKFLOW))
                .findFirst();
    }

    /** The id of the trace that a step is part of: what the nearest workflow above it says, else that of the step at its root. */
    String traceOf(Step step) {
        Deque<Step> way = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        Optional<Step> at = Optional.of(step);
        while (at.isPresent()
                && !traces.containsKey(at.get().id())
                && seen.add(at.get().id())) {
            way.push(at.get());
            at = at.get().first().parentId().map(byId::get);
        }
        // In a circle nobody is the root: it goes by the smallest of its ids.
        Optional<String> above =
                at.map(known -> Optional.ofNullable(traces.get(known.id())).orElseGet(() -> Collections.min(seen)));
        for (Step below : way) {
            Optional<String> known = above;
            // A parent whose events lie in another file keeps together what hangs below it all the same.
            String trace = traceId(below)
                    .or(() -> known)
                    .or(() -> below.first().parentId())
                    .orElse(below.id());
            traces.put(below.id(), trace);
            above = Optional.of(trace);
        }
        return Objects.requireNonNull(traces.get(step.id()));
    }

    /** The trace that steps name, be it only one of them. */
    Optional<String> anyTrace() {
        return byId.values().stream().flatMap(step -> traceId(step).stream()).findFirst();
    }

    static Optional<String> traceId(Step step) {
        return step.events()
                .flatMap(event -> Fields.filled(event.provided(), "workflow_trace_id").stream())
                .findFirst();
    }
}
