package dev.logmill.jobs.line;

import dev.logmill.curation.feedback.Aim;
import dev.logmill.curation.feedback.ChannelMeaning;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.trace.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;

/** The answers that signals are about, of those that were scored tonight. */
final class SpokenAnswers {
    private SpokenAnswers() {}

    /** The edges of touched pairs that each signal is about and knows a better answer than. */
    static Map<Signal, List<Provenance>> of(ScoreMaterial material, List<Signal> signals) {
        Set<String> traces = new HashSet<>();
        signals.forEach(signal -> trace(signal).ifPresent(traces::add));
        Map<String, List<Provenance>> byTrace = edgesOf(material.edges(), traces);
        Map<String, Set<String>> refused = refusedSpans(material, traces);
        Map<Signal, List<Provenance>> spokenOf = new LinkedHashMap<>();
        for (Signal signal : signals) {
            String trace = trace(signal).orElse("");
            Aim aim = Aim.of(signal, byTrace.getOrDefault(trace, List.of()), refused.getOrDefault(trace, Set.of()));
            if (!callsGood(signal, aim)) {
                spokenOf.put(
                        signal,
                        aim.edges().stream()
                                .filter(edge -> aim.hits(edge) && Preferences.isOf(material.touched(), edge.pairId()))
                                .toList());
            }
        }
        return spokenOf;
    }

    private static boolean callsGood(Signal signal, Aim aim) {
        return ChannelMeaning.of(signal.channel())
                .good(signal, aim)
                .filter(good -> good == 1)
                .isPresent();
    }

    private static Optional<String> trace(Signal signal) {
        return signal.traceId().map(trace -> TraceKey.text(signal.project(), trace));
    }

    private static Map<String, Set<String>> refusedSpans(ScoreMaterial material, Set<String> traces) {
        Map<String, Set<String>> spans = new HashMap<>();
        if (!traces.isEmpty()) {
            material.refused()
                    .filter(answer -> traces.contains(TraceKey.text(answer.project(), answer.traceId())))
                    .collect()
                    .forEach(answer -> spans.computeIfAbsent(
                                    TraceKey.text(answer.project(), answer.traceId()), none -> new HashSet<>())
                            .add(answer.answer().spanId()));
        }
        return spans;
    }

    private static Map<String, List<Provenance>> edgesOf(JavaRDD<Provenance> edges, Set<String> traces) {
        Map<String, List<Provenance>> byTrace = new HashMap<>();
        if (!traces.isEmpty()) {
            edges.filter(edge -> traces.contains(TraceKey.text(edge.project(), edge.traceId())))
                    .collect()
                    .forEach(edge -> byTrace.computeIfAbsent(
                                    TraceKey.text(edge.project(), edge.traceId()), none -> new ArrayList<>())
                            .add(edge));
        }
        return byTrace;
    }
}
