package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.feedback.Preference;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.pair.Side;
import dev.logmill.export.dataset.DatasetSpec;
import dev.logmill.export.dataset.DatasetsConfig;
import dev.logmill.export.dataset.PreferenceCandidate;
import dev.logmill.export.dataset.Selection;
import dev.logmill.export.dataset.Standing;
import dev.logmill.export.example.Example;
import dev.logmill.export.release.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts better-and-worse answers to a dataset's selection. They are few, so the driver does it. */
final class SelectPreferences {
    private final DatasetsConfig config;
    private final Footing footing;
    private final List<Preference> preferences;
    private final Map<String, List<Provenance>> edges = new HashMap<>();

    /** Reads all preferences, and where their worse answers came from. */
    SelectPreferences(Night night, Footing footing) {
        this.config = night.config().datasets();
        this.footing = footing;
        this.preferences = config.preferences() ? night.lake().rows(CurationTables.PREFERENCES) : List.of();
        HashSet<String> rejected = new HashSet<>();
        preferences.forEach(preference -> rejected.add(preference.rejectedPairId()));
        if (!rejected.isEmpty()) {
            night.tables()
                    .read(
                            CurationTables.PROVENANCE,
                            night.state(CurationTables.PROVENANCE).files())
                    .filter(edge -> rejected.contains(edge.pairId()))
                    .collect()
                    .forEach(edge -> edges.computeIfAbsent(edge.pairId(), none -> new ArrayList<>())
                            .add(edge));
        }
    }

    /** Those that a dataset keeps, sorted by example. */
    List<Member> of(DatasetSpec spec) {
        Selection selection = new Selection(config, spec, footing.live());
        List<Member> members = new ArrayList<>();
        for (Preference preference : preferences) {
            List<Provenance> places = edges.getOrDefault(preference.rejectedPairId(), List.of());
            if (!places.isEmpty() && spec.takes(preference.agent())) {
                member(preference, places, selection).ifPresent(members::add);
            }
        }
        members.sort(Comparator.comparing(member -> member.example().exampleId()));
        return members;
    }

    private Optional<Member> member(Preference preference, List<Provenance> places, Selection selection) {
        LeakSides sides = footing.sides();
        // As with pairs: of several groups the strongest side counts.
        Provenance place = places.stream()
                .max(Comparator.<Provenance, Side>comparing(edge -> sides.side(edge.leakGroup()))
                        .thenComparing(edge -> sides.group(edge.leakGroup()), Comparator.reverseOrder()))
                .orElseThrow();
        String group = sides.group(place.leakGroup());
        Side side = sides.side(place.leakGroup());
        boolean narrow = places.stream().anyMatch(edge -> footing.isNarrow(edge.agent(), edge.agentVersion()));
        return selection
                        .judge(new PreferenceCandidate(
                                preference, new Standing(preference.inputId(), group, side), narrow))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(new Member(
                        Example.of(preference), preference.preferenceId(), preference.inputId(), group, side, 1.0));
    }
}
