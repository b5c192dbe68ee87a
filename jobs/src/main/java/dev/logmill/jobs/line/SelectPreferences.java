package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.feedback.Preference;
import dev.logmill.export.dataset.DatasetSpec;
import dev.logmill.export.dataset.DatasetsConfig;
import dev.logmill.export.dataset.LiveCases;
import dev.logmill.export.dataset.PreferenceCandidate;
import dev.logmill.export.dataset.Refusal;
import dev.logmill.export.dataset.Reversals;
import dev.logmill.export.dataset.Selection;
import dev.logmill.export.dataset.SelectionReason;
import dev.logmill.export.dataset.Standing;
import dev.logmill.export.dataset.SubjectCap;
import dev.logmill.export.example.Example;
import dev.logmill.export.release.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;

/**
 * Puts better-and-worse answers to a dataset's selection. A preference stands where the pair whose answer was rejected
 * stands, and is only as good as the labels of both answers. They are few, so the driver does it.
 */
final class SelectPreferences {
    private final DatasetsConfig config;
    private final LiveCases live;
    private final List<Preference> preferences;
    private final Map<String, Standings> pairs;

    /** Of these preferences; {@code pairs} are those of the worse answers and the better ones, by id. */
    SelectPreferences(
            DatasetsConfig config, LiveCases live, List<Preference> preferences, Map<String, Standings> pairs) {
        this.config = config;
        this.live = live;
        this.preferences = List.copyOf(preferences);
        this.pairs = Map.copyOf(pairs);
    }

    /** Of all preferences there are. */
    static SelectPreferences of(Night night, Footing footing, JavaRDD<Standings> standings) {
        DatasetsConfig config = night.config().datasets();
        List<Preference> preferences = config.preferences() ? night.lake().rows(CurationTables.PREFERENCES) : List.of();
        HashSet<String> wanted = new HashSet<>();
        preferences.forEach(preference -> {
            wanted.add(preference.rejectedPairId());
            preference.chosenPairId().ifPresent(wanted::add);
        });
        Map<String, Standings> pairs = new HashMap<>();
        if (!wanted.isEmpty()) {
            standings
                    .filter(row -> wanted.contains(row.pair().pairId()))
                    .collect()
                    .forEach(row -> pairs.put(row.pair().pairId(), row));
        }
        return new SelectPreferences(config, footing.live(), preferences, pairs);
    }

    /** What a dataset takes and refuses of the preferences of its agents and its unit. */
    ChosenPreferences choose(DatasetSpec spec) {
        List<Preference> asked = preferences.stream()
                .filter(preference -> spec.takes(preference.agent()))
                .filter(preference -> Optional.ofNullable(pairs.get(preference.rejectedPairId()))
                        .filter(row -> row.isUnit(config.unit(spec)))
                        .isPresent())
                .sorted(Comparator.comparing(Preference::preferenceId))
                .toList();
        Selection selection = new Selection(config, spec, live);
        Set<String> reversed = Reversals.of(asked);
        List<ChosenPreferences.Refused> refused = new ArrayList<>();
        List<Preference> wanted = new ArrayList<>();
        for (Preference preference : asked) {
            Optional<Refusal> refusal = refusal(preference, selection, reversed);
            refusal.ifPresentOrElse(
                    why -> refused.add(new ChosenPreferences.Refused(preference, why)), () -> wanted.add(preference));
        }
        Map<String, Refusal> beyond = new SubjectCap(config.maxPerSubject())
                .beyond(wanted.stream().map(this::claim).toList());
        List<ChosenPreferences.Taken> taken = new ArrayList<>();
        for (Preference preference : wanted) {
            Optional.ofNullable(beyond.get(preference.preferenceId()))
                    .ifPresentOrElse(
                            why -> refused.add(new ChosenPreferences.Refused(preference, why)),
                            () -> taken.add(new ChosenPreferences.Taken(preference, member(preference))));
        }
        taken.sort(Comparator.comparing(one -> one.member().example().exampleId()));
        return new ChosenPreferences(taken, refused);
    }

    private Optional<Refusal> refusal(Preference preference, Selection selection, Set<String> reversed) {
        Standings row = standings(preference);
        Standing standing = new Standing(preference.inputId(), row.leakGroup(), row.side());
        Optional<Double> chosen = preference.chosenPairId().flatMap(this::probability);
        Optional<Refusal> refusal = row.someElsewhere()
                .or(() -> selection.judge(new PreferenceCandidate(
                        preference, standing, row.bindingGate(), chosen, probability(preference.rejectedPairId()))));
        boolean contradicted = reversed.contains(preference.preferenceId());
        return refusal.isEmpty() && contradicted
                ? Optional.of(SelectionReason.CONTRADICTED.refusal("another preference says the reverse"))
                : refusal;
    }

    private SubjectCap.Claim claim(Preference preference) {
        return new SubjectCap.Claim(
                preference.preferenceId(),
                preference.firstNight(),
                standings(preference).subjects());
    }

    private Member member(Preference preference) {
        Standings row = standings(preference);
        return new Member(
                Example.of(preference),
                preference.preferenceId(),
                preference.inputId(),
                row.leakGroup(),
                row.sources(),
                row.side(),
                1.0);
    }

    private Optional<Double> probability(String pairId) {
        return Optional.ofNullable(pairs.get(pairId)).flatMap(Standings::label).map(PairFacts.Opinion::probability);
    }

    private Standings standings(Preference preference) {
        return Optional.ofNullable(pairs.get(preference.rejectedPairId())).orElseThrow();
    }
}
