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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one dataset takes and what it refuses, all pairs seen together.
 *
 * @param considered pairs that were put to it
 * @param kept pairs that it takes; with too few to train on it takes none
 * @param tools one of them has tools
 * @param capped pairs that their persons have no room for
 * @param refused how many pairs it refuses, by reason
 * @param refusedTogether pairs that it refuses because of the others: beyond a person's room, or too few in all
 * @param preferences what it takes of the better-and-worse answers; with too few pairs to train on none
 * @param refusedPreferences better-and-worse answers that it refuses
 */
record Choice(
        DatasetSpec spec,
        long considered,
        long kept,
        boolean tools,
        Set<String> capped,
        SortedMap<String, Tally> refused,
        List<Rejection> refusedTogether,
        List<Member> preferences,
        List<Rejection> refusedPreferences) {
    private static final int REASONS = 3;

    /** @param refused how many pairs it refused one by one, by reason */
    static Choice of(
            DatasetSpec spec,
            DatasetsConfig config,
            List<Selected.Wish> wishes,
            SortedMap<String, Tally> refused,
            ChosenPreferences preferences,
            LocalDate night,
            long batch) {
        Map<String, Refusal> beyond = new SubjectCap(config.maxPerSubject())
                .beyond(wishes.stream().map(Selected.Wish::claim).toList());
        List<Selected.Wish> kept = wishes.stream()
                .filter(wish -> !beyond.containsKey(wish.pairId()))
                .toList();
        Map<String, Refusal> together = new HashMap<>(beyond);
        ChosenPreferences taken = preferences;
        long train = kept.stream().filter(Selected.Wish::train).count();
        if (train < config.minExamples()) {
            Refusal few = SelectionReason.DATASET_TOO_SMALL.refusal(
                    "%d examples to train on < %d%s", train, config.minExamples(), heldOut(kept.size() - train));
            kept.forEach(wish -> together.put(wish.pairId(), few));
            kept = List.of();
            taken = preferences.without(few);
        }
        List<Rejection> rejections = wishes.stream()
                .flatMap(wish -> Optional.ofNullable(together.get(wish.pairId()))
                        .map(refusal -> refusal.rejection(spec.name(), wish.pairId(), wish.agent(), night, batch))
                        .stream())
                .toList();
        return new Choice(
                spec,
                wishes.size() + count(refused),
                kept.size(),
                kept.stream().anyMatch(Selected.Wish::tools),
                new HashSet<>(beyond.keySet()),
                counted(refused, rejections),
                rejections,
                taken.members(),
                taken.rejections(spec.name(), night, batch));
    }

    private static String heldOut(long others) {
        return others == 0 ? "" : "; %d are of leak groups on the sides validation and test".formatted(others);
    }

    private static SortedMap<String, Tally> counted(SortedMap<String, Tally> refused, List<Rejection> more) {
        SortedMap<String, Tally> counted = new TreeMap<>(refused);
        more.forEach(row -> counted.merge(row.reason(), Tally.of(row.measured()), Tally::plus));
        return counted;
    }

    private static long count(Map<String, Tally> refused) {
        return refused.values().stream().mapToLong(Tally::count).sum();
    }

    /** Pairs that it refuses. */
    long rejected() {
        return count(refused);
    }

    /** Whether there is enough for a version. */
    boolean publishes() {
        return kept > 0;
    }

    /** What only all pairs together, or preferences, were refused for. */
    List<Rejection> rejectionsTogether() {
        List<Rejection> all = new ArrayList<>(refusedTogether);
        all.addAll(refusedPreferences);
        return all;
    }

    /** Of everything that it refuses the count, by reason. */
    Map<String, Long> leftOut() {
        Map<String, Long> leftOut = new TreeMap<>();
        refused.forEach((reason, tally) -> leftOut.put(reason, tally.count()));
        refusedPreferences.forEach(row -> leftOut.merge(row.reason(), 1L, Long::sum));
        return leftOut;
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

    /** How much was published of the pairs that were there, and why the rest was not. */
    Optional<String> warning() {
        if (refused.isEmpty()) {
            return Optional.empty();
        }
        String most = refused.entrySet().stream()
                .sorted(Map.Entry.<String, Tally>comparingByValue((a, b) -> Long.compare(b.count(), a.count()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(REASONS)
                .map(reason -> "%d %s (%s)"
                        .formatted(
                                reason.getValue().count(),
                                reason.getKey(),
                                reason.getValue().measured()))
                .collect(Collectors.joining(", "));
        String more = refused.size() > REASONS ? ", ..." : "";
        return Optional.of("dataset %s: %s of %d pairs published: %s%s"
                .formatted(spec.name(), kept == 0 ? "none" : Long.toString(kept), considered, most, more));
    }

    /** Fails where a pair was neither published nor refused, or both. */
    void reconcile(long written) {
        if (considered != written + rejected()) {
            throw new LakeException("Dataset %s does not reconcile: %d pairs considered, %d published, %d rejected"
                    .formatted(spec.name(), considered, written, rejected()));
        }
    }
}
