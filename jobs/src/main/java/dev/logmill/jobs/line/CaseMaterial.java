package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.feedback.Preference;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.trace.Message;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.GraderChoice;
import dev.logmill.eval.suite.Pick;
import dev.logmill.eval.suite.References;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What cases are made of: the pairs that were drawn, right answers to their inputs, and each agent's answers. */
record CaseMaterial(Map<String, Pair> pairs, References references, Map<String, GraderChoice> choices) {
    static CaseMaterial of(Night night, List<Pick> picks, List<Case> relabelled) {
        Set<String> inputs = new HashSet<>();
        Set<String> agents = new TreeSet<>();
        picks.forEach(pick -> {
            inputs.add(pick.candidate().provenance().inputId());
            agents.add(pick.candidate().provenance().agent());
        });
        relabelled.forEach(one -> {
            inputs.add(one.inputId());
            agents.add(one.agent());
        });
        Map<String, Pair> pairs = new HashMap<>();
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
        return new CaseMaterial(pairs, references(night, inputs, pairs), choices);
    }

    /** A preference, by where it came from and the input that it is about. */
    record Origin(String origin, String inputId) {}

    private static References references(Night night, Set<String> inputs, Map<String, Pair> pairs) {
        Map<String, Message> corrections = new TreeMap<>();
        night
                .tables()
                .read(
                        CurationTables.PREFERENCES,
                        night.state(CurationTables.PREFERENCES).files(),
                        Origin.class,
                        preference -> preference.origin().equals("correction") && inputs.contains(preference.inputId()))
                .collect()
                .stream()
                .sorted(Comparator.comparing(Preference::preferenceId))
                .forEach(preference -> corrections.putIfAbsent(preference.inputId(), preference.chosen()));
        Set<String> ids = pairs.keySet();
        Set<String> wanted = new HashSet<>(ids);
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
        double trusted = night.config().suites().trustedFrom();
        Map<String, Message> answers = new TreeMap<>();
        latest.values().stream()
                .filter(label -> label.signals() > 0 && label.lower() >= trusted)
                .sorted(Comparator.comparingDouble(Label::lower).reversed().thenComparing(Label::pairId))
                .forEach(label -> {
                    Pair pair = pairs.get(label.pairId());
                    if (pair != null) {
                        answers.putIfAbsent(pair.inputId(), pair.output());
                    }
                });
        return new References(corrections, answers);
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
