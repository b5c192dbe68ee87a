package dev.logmill.jobs.line;

import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.pair.Rejection;
import dev.logmill.export.dataset.DatasetSpec;
import dev.logmill.export.dataset.DatasetsConfig;
import dev.logmill.export.dataset.Refusal;
import dev.logmill.export.dataset.SelectionReason;
import dev.logmill.export.dataset.SubjectCap;
import dev.logmill.export.example.Example;
import dev.logmill.export.example.Kind;
import dev.logmill.export.release.Member;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one dataset takes and what it refuses, all pairs seen together.
 *
 * @param considered pairs that were put to it
 * @param kept pairs that it takes; with too few to train on it takes none
 * @param tools one of them has tools
 * @param capped pairs that their persons have no room for
 * @param refused pairs that it refuses
 * @param withdrawn probability of the refused pairs, by id
 * @param preferences what it takes of the better-and-worse answers; with too few pairs to train on none
 * @param refusedPreferences better-and-worse answers that it refuses
 */
record Choice(
        DatasetSpec spec,
        long considered,
        long kept,
        boolean tools,
        Set<String> capped,
        List<Rejection> refused,
        Map<String, Double> withdrawn,
        List<Member> preferences,
        List<Rejection> refusedPreferences) {
    private static final int REASONS = 3;

    static Choice of(
            DatasetSpec spec,
            DatasetsConfig config,
            List<Selected.Decision> decisions,
            ChosenPreferences preferences,
            LocalDate night,
            long batch) {
        List<Selected.Decision> wanted = decisions.stream()
                .filter(decision -> decision.refusal().isEmpty())
                .toList();
        Map<String, Refusal> beyond = new SubjectCap(config.maxPerSubject())
                .beyond(wanted.stream().map(Selected.Decision::claim).toList());
        List<Selected.Decision> kept = wanted.stream()
                .filter(decision -> !beyond.containsKey(decision.pairId()))
                .toList();
        Map<String, Refusal> refusals = new HashMap<>(beyond);
        ChosenPreferences taken = preferences;
        long train = kept.stream().filter(Selected.Decision::train).count();
        if (train < config.minExamples()) {
            Refusal few = SelectionReason.DATASET_TOO_SMALL.refusal(
                    "%d examples to train on < %d", train, config.minExamples());
            kept.forEach(decision -> refusals.put(decision.pairId(), few));
            kept = List.of();
            taken = preferences.without(few);
        }
        decisions.forEach(
                decision -> decision.refusal().ifPresent(refusal -> refusals.put(decision.pairId(), refusal)));
        List<Rejection> refused = new ArrayList<>();
        Map<String, Double> withdrawn = new HashMap<>();
        for (Selected.Decision decision : decisions) {
            Refusal refusal = refusals.get(decision.pairId());
            if (refusal != null) {
                withdrawn.put(decision.pairId(), decision.probability());
                refused.add(refusal.rejection(spec.name(), decision.pairId(), decision.agent(), night, batch));
            }
        }
        return new Choice(
                spec,
                decisions.size(),
                kept.size(),
                kept.stream().anyMatch(Selected.Decision::tools),
                new HashSet<>(beyond.keySet()),
                refused,
                withdrawn,
                taken.members(),
                taken.rejections(spec.name(), night, batch));
    }

    /** Whether there is enough for a version. */
    boolean publishes() {
        return kept > 0;
    }

    /** Everything that it refuses. */
    List<Rejection> rejections() {
        List<Rejection> all = new ArrayList<>(refused);
        all.addAll(refusedPreferences);
        return all;
    }

    /** Of which kinds a row has tools. */
    Set<Kind> withTools() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (tools) {
            kinds.add(Kind.SFT);
        }
        if (preferences.stream().map(Member::example).map(Example::tools).anyMatch(offered -> !offered.isEmpty())) {
            kinds.add(Kind.PREFERENCE);
        }
        return kinds;
    }

    /** Why nothing is published of pairs that were there. */
    Optional<String> warning() {
        if (publishes() || considered == 0) {
            return Optional.empty();
        }
        Map<String, Long> reasons = refused.stream()
                .collect(Collectors.groupingBy(
                        row -> "%s (%s)".formatted(row.reason(), row.measured()), Collectors.counting()));
        String most = reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(REASONS)
                .map(reason -> "%d %s".formatted(reason.getValue(), reason.getKey()))
                .collect(Collectors.joining(", "));
        return Optional.of("dataset %s: none of %d pairs published: %s".formatted(spec.name(), considered, most));
    }

    /** Fails where a pair was neither published nor refused, or both. */
    void reconcile(long written) {
        if (considered != written + refused.size()) {
            throw new LakeException("Dataset %s does not reconcile: %d pairs considered, %d published, %d rejected"
                    .formatted(spec.name(), considered, written, refused.size()));
        }
    }
}
