package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.pair.LeakGroups;
import dev.logmill.curation.pair.Split;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.Inclusion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every time that the inputs of cases were asked so far, of whatever night. */
final class CaseEdges {
    private final Map<String, List<Edge>> byInput = new HashMap<>();
    private final Map<String, Pairs> pairs = new HashMap<>();
    private final Map<String, Split> splits;

    CaseEdges(Collection<Edge> edges, Map<String, Split> splits) {
        this.splits = splits;
        edges.stream()
                .sorted(Comparator.comparing(Edge::runId)
                        .thenComparing(Edge::step)
                        .thenComparing(Edge::pairId))
                .forEach(edge -> byInput.computeIfAbsent(edge.inputId(), none -> new ArrayList<>())
                        .add(edge));
    }

    /** As much of an edge as a case needs. */
    record Edge(
            String pairId,
            String inputId,
            String runId,
            String project,
            String traceId,
            String spanId,
            int step,
            String leakGroup,
            String inputGroup,
            long firstBatch) {}

    static CaseEdges of(Night night, Set<String> inputs, Map<String, Split> splits) {
        return new CaseEdges(
                night.tables()
                        .read(
                                CurationTables.PROVENANCE,
                                night.state(CurationTables.PROVENANCE).files(),
                                Preferences.OfInput.class,
                                edge -> inputs.contains(edge.inputId()))
                        .map(edge -> new Edge(
                                edge.pairId(),
                                edge.inputId(),
                                edge.runId(),
                                edge.project(),
                                edge.traceId(),
                                edge.spanId(),
                                edge.step(),
                                edge.leakGroup(),
                                edge.inputGroup(),
                                edge.firstBatch()))
                        .collect(),
                splits);
    }

    /** The pairs of one input: all, those that someone on its side produced, and those that nobody else did. */
    private record Pairs(Set<String> all, Set<String> onItsSide, Set<String> ofItsSideAlone) {}

    private Pairs pairs(String inputId) {
        return pairs.computeIfAbsent(inputId, none -> {
            Set<String> here = ids(of(inputId).stream().filter(this::onItsSide));
            Set<String> elsewhere = ids(of(inputId).stream().filter(Predicate.not(this::onItsSide)));
            Set<String> all = new HashSet<>(here);
            all.addAll(elsewhere);
            Set<String> alone = new HashSet<>(here);
            alone.removeAll(elsewhere);
            return new Pairs(all, here, alone);
        });
    }

    private static Set<String> ids(Stream<Edge> edges) {
        return edges.map(Edge::pairId).collect(Collectors.toSet());
    }

    private List<Edge> of(String inputId) {
        return byInput.getOrDefault(inputId, List.of());
    }

    /** Whether anybody produced a pair, as the logs stand. */
    boolean isProduced(String inputId, String pairId) {
        return pairs(inputId).all().contains(pairId);
    }

    /** The pairs that someone on the side of the input produced. */
    Set<String> pairsOnItsSide(String inputId) {
        return pairs(inputId).onItsSide();
    }

    /** The pairs that nobody on another side produced. */
    Set<String> pairsOfItsSideAlone(String inputId) {
        return pairs(inputId).ofItsSideAlone();
    }

    private boolean onItsSide(Edge edge) {
        String own = present(edge.leakGroup());
        String input = present(edge.inputGroup());
        return own.equals(input) || split(own).side() == split(input).side();
    }

    /**
     * Whether a case must be looked up anew: its input has a new label, or what gave its right answer or failed at it is gone.
     */
    boolean hasNews(Case one, Set<String> relabelled) {
        return pairs(one.inputId()).all().stream().anyMatch(relabelled::contains)
                || (one.isFailure() && !isProduced(one.inputId(), one.pairId()))
                || one.referencePairId()
                        .filter(Predicate.not(pairsOnItsSide(one.inputId())::contains))
                        .isPresent();
    }

    /** Every time that an input was asked, for its probability. */
    List<Inclusion.Occurrence> occurrences(String inputId) {
        return of(inputId).stream()
                .map(edge -> new Inclusion.Occurrence(
                        edge.runId(), present(edge.leakGroup()), present(edge.inputGroup()), edge.firstBatch()))
                .toList();
    }

    /**
     * Where a case comes from now: from the span that it was made from, whose trace may have been built again; else from
     * another time that its input was asked. Nothing where the logs do not ask it any more.
     */
    Optional<Case.Origin> originOf(Case one) {
        List<Edge> usable = of(one.inputId()).stream().filter(this::onItsSide).toList();
        return usable.stream()
                .filter(edge -> edge.spanId().equals(one.spanId())
                        && edge.traceId().equals(one.traceId())
                        && edge.project().equals(one.project()))
                .min(Comparator.comparing((Edge edge) -> !edge.pairId().equals(one.pairId())))
                .or(() -> usable.stream().findFirst())
                .map(edge -> new Case.Origin(
                        edge.project(),
                        edge.traceId(),
                        edge.spanId(),
                        edge.runId(),
                        edge.pairId(),
                        present(edge.leakGroup())));
    }

    /** The present anchor of a leak group. */
    String present(String anchor) {
        return LeakGroups.resolve(anchor, splits);
    }

    private Split split(String group) {
        return Objects.requireNonNull(splits.get(group), group);
    }
}
