package dev.logmill.curation.feedback;

import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.trace.Signal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What of a trace a signal is about.
 *
 * @param exact it names the span that made these pairs; else it is about how their run, or the trace, ended
 * @param edges the pairs of that span, else of the run whose own span it names, else of the whole trace; none where it names
 *     a span whose answer was refused: it says nothing of the others
 */
public record Aim(boolean exact, List<Provenance> edges) {
    public Aim {
        edges = List.copyOf(edges);
    }

    /** The aim of a signal, given every edge of its trace and the spans whose answers were refused. */
    public static Aim of(Signal signal, Collection<Provenance> trace, Set<String> refusedSpans) {
        List<Provenance> span = those(
                trace, edge -> signal.spanId().filter(edge.spanId()::equals).isPresent());
        if (!span.isEmpty()) {
            return new Aim(true, span);
        }
        if (signal.spanId().filter(refusedSpans::contains).isPresent()) {
            return new Aim(true, List.of());
        }
        List<Provenance> run = those(
                trace, edge -> signal.spanId().isPresent() && signal.spanId().equals(edge.rootSpanId()));
        return new Aim(false, run.isEmpty() ? List.copyOf(trace) : run);
    }

    /** Whether the signal is about this edge in full, and not about what it led to. */
    public boolean hits(Provenance edge) {
        return exact || edge.terminal();
    }

    private static List<Provenance> those(Collection<Provenance> trace, Predicate<Provenance> some) {
        return trace.stream().filter(some).toList();
    }
}
