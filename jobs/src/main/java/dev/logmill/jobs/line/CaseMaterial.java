package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.feedback.Preference;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.pair.Pair;
import dev.logmill.eval.suite.GraderChoice;
import dev.logmill.eval.suite.References;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What cases are made of: the pairs of their inputs, right answers to them, and each agent's answers.
 *
 * @param inputs what it was looked up for
 * @param failing those of them of which feedback calls an answer bad
 */
record CaseMaterial(
        Set<String> inputs,
        Set<String> failing,
        Map<String, Pair> pairs,
        References references,
        Map<String, GraderChoice> choices) {
    static CaseMaterial of(Night night, Set<String> inputs, Set<String> agents, CaseEdges edges) {
        Map<String, Pair> pairs = new TreeMap<>();
        night.tables()
                .read(
                        CurationTables.PAIRS,
                        night.state(CurationTables.PAIRS).files(),
                        Preferences.OfInput.class,
                        pair -> inputs.contains(pair.inputId()))
                .collect()
                .forEach(pair -> pairs.put(pair.pairId(), pair));
        Map<String, GraderChoice> choices = new TreeMap<>();
        AnswerSample.of(night, agents).forEach((agent, list) -> choices.put(agent, new GraderChoice(list)));
        Map<String, List<References.Reference>> known = new TreeMap<>();
        corrections(night, inputs, edges, known);
        Collection<Label> labels = labels(night, new HashSet<>(pairs.keySet())).values();
        trusted(night, labels, pairs, edges, known);
        return new CaseMaterial(inputs, failing(night, labels, pairs, edges), pairs, new References(known), choices);
    }

    /** A preference, by where it came from and the input that it is about. */
    record Origin(String origin, String inputId) {}

    /** What people wrote: where some who produced a pair are on other sides, it may have been one of them. */
    private static void corrections(
            Night night, Set<String> inputs, CaseEdges edges, Map<String, List<References.Reference>> known) {
        night
                .tables()
                .read(
                        CurationTables.PREFERENCES,
                        night.state(CurationTables.PREFERENCES).files(),
                        Origin.class,
                        preference -> preference.origin().equals(References.CORRECTION)
                                && inputs.contains(preference.inputId()))
                .collect()
                .stream()
                .filter(one -> edges.pairsOfItsSideAlone(one.inputId()).contains(one.rejectedPairId()))
                .sorted(Comparator.comparing(Preference::preferenceId))
                .forEach(one -> add(
                        known,
                        one.inputId(),
                        new References.Reference(one.chosen(), References.CORRECTION, one.rejectedPairId(), 1)));
    }

    /** What production answered, and feedback calls good. */
    private static void trusted(
            Night night,
            Collection<Label> labels,
            Map<String, Pair> pairs,
            CaseEdges edges,
            Map<String, List<References.Reference>> known) {
        double trusted = night.config().suites().trustedFrom();
        labels.stream()
                .filter(label -> label.signals() > 0 && label.lower() >= trusted)
                .sorted(Comparator.comparingDouble(Label::lower).reversed().thenComparing(Label::pairId))
                .forEach(label -> {
                    Pair pair = pairs.get(label.pairId());
                    if (pair != null && edges.pairsOnItsSide(pair.inputId()).contains(pair.pairId())) {
                        add(
                                known,
                                pair.inputId(),
                                new References.Reference(
                                        pair.output(), References.TRUSTED, pair.pairId(), label.signals()));
                    }
                });
    }

    private static Set<String> failing(
            Night night, Collection<Label> labels, Map<String, Pair> pairs, CaseEdges edges) {
        double below = night.config().suites().failureBelow();
        return labels.stream()
                .filter(label -> label.signals() > 0 && label.probability() < below)
                .flatMap(label -> Optional.ofNullable(pairs.get(label.pairId())).stream())
                .filter(pair -> edges.isProduced(pair.inputId(), pair.pairId()))
                .map(Pair::inputId)
                .collect(Collectors.toSet());
    }

    private static Map<String, Label> labels(Night night, HashSet<String> wanted) {
        Map<String, Label> latest = new HashMap<>();
        night.tables()
                .read(
                        CurationTables.LABELS,
                        night.state(CurationTables.LABELS).files(),
                        CurateJob.PairId.class,
                        label -> wanted.contains(label.pairId()))
                .collect()
                .forEach(label ->
                        latest.merge(label.pairId(), label, (a, b) -> a.asOf().isAfter(b.asOf()) ? a : b));
        return latest;
    }

    /** An answer with an image or a file is none that a model could be held to. */
    private static void add(
            Map<String, List<References.Reference>> known, String inputId, References.Reference reference) {
        if (reference.message().media().isEmpty()) {
            known.computeIfAbsent(inputId, none -> new ArrayList<>()).add(reference);
        }
    }

    Pair pair(String pairId) {
        Pair pair = pairs.get(pairId);
        if (pair == null) {
            throw new LakeException("Pair %s has provenance but no row".formatted(pairId));
        }
        return pair;
    }

    GraderChoice graders(String agent) {
        GraderChoice choice = choices.get(agent);
        return choice == null ? new GraderChoice(List.of()) : choice;
    }
}
