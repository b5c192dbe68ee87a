package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.feedback.ChannelMeaning;
import dev.logmill.curation.feedback.Preference;
import dev.logmill.curation.feedback.PreferenceMaker;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.trace.Signal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Better-and-worse answers of the pairs that were scored tonight: few, since corrections and regenerations are. */
final class Preferences {
    private Preferences() {}

    /** A preference by the pair whose answer it rejects. */
    record RejectedPair(String rejectedPairId) {}

    /** A preference by when it was first made. */
    record Known(String preferenceId, String rejectedPairId, LocalDate firstNight) {}

    /** A row by the input that it answers. */
    record OfInput(String inputId) {}

    /** Makes them anew for every pair that was touched, and puts them in the place of what stood there. */
    static long commit(Night night, ScoreMaterial material) {
        List<DataFile> standing = night.state(CurationTables.PREFERENCES).files();
        HashSet64 touched = material.touched();
        Map<String, Preference> made = made(night, material);
        firstNights(night, standing, touched)
                .forEach((id, first) -> made.computeIfPresent(id, (same, preference) -> preference.since(first)));
        SparkLake.Rewrite before = night.tables()
                .without(
                        CurationTables.PREFERENCES,
                        standing,
                        RejectedPair.class,
                        row -> isOf(touched, row.rejectedPairId()));
        List<DataFile> added = new ArrayList<>(
                night.lake().write(CurationTables.PREFERENCES, made.values().iterator()));
        added.addAll(before.added());
        night.lake().commit(CurationTables.PREFERENCES, added, before.removed());
        return made.size();
    }

    private static Map<String, Preference> made(Night night, ScoreMaterial material) {
        List<Signal> speaking = material.signals().filter(Preferences::knowsBetter).collect().stream()
                .sorted(Comparator.comparing(Signal::signalId))
                .toList();
        Map<Signal, List<Provenance>> spokenOf = SpokenAnswers.of(material, speaking);
        Map<String, List<Provenance>> siblings = siblings(night, spokenOf);
        Map<String, Pair> pairs = pairs(night, siblings);
        SpokenAliases aliases = SpokenAliases.of(night, spokenOf.keySet());
        Map<String, Preference> made = new TreeMap<>();
        PreferenceMaker maker = new PreferenceMaker(night.asOf(), night.batch());
        spokenOf.forEach((signal, edges) -> {
            for (Provenance edge : edges) {
                preference(maker, signal, aliases, edge, siblings, pairs)
                        .ifPresent(preference -> made.put(preference.preferenceId(), preference));
            }
        });
        return made;
    }

    private static boolean knowsBetter(Signal signal) {
        return ChannelMeaning.of(signal.channel()).better().isPresent();
    }

    static boolean isOf(HashSet64 touched, String pairId) {
        return touched.mayHold(ScoreJob.bits(pairId));
    }

    /** When those that make way were first made: what is made again has been known since. */
    private static Map<String, LocalDate> firstNights(Night night, List<DataFile> standing, HashSet64 touched) {
        Map<String, LocalDate> first = new HashMap<>();
        night.lake().scan(CurationTables.PREFERENCES, standing, Known.class, row -> {
            if (isOf(touched, row.rejectedPairId())) {
                first.put(row.preferenceId(), row.firstNight());
            }
        });
        return first;
    }

    /** All times that the inputs of these edges were answered. */
    private static Map<String, List<Provenance>> siblings(Night night, Map<Signal, List<Provenance>> edges) {
        Set<String> inputs = new HashSet<>();
        edges.values().forEach(list -> list.forEach(edge -> inputs.add(edge.inputId())));
        Map<String, List<Provenance>> byInput = new HashMap<>();
        if (!inputs.isEmpty()) {
            night.tables()
                    .read(
                            CurationTables.PROVENANCE,
                            night.state(CurationTables.PROVENANCE).files(),
                            OfInput.class,
                            edge -> inputs.contains(edge.inputId()))
                    .collect()
                    .forEach(edge -> byInput.computeIfAbsent(edge.inputId(), none -> new ArrayList<>())
                            .add(edge));
        }
        return byInput;
    }

    private static Map<String, Pair> pairs(Night night, Map<String, List<Provenance>> siblings) {
        Set<String> ids = new HashSet<>();
        siblings.values().forEach(list -> list.forEach(edge -> ids.add(edge.pairId())));
        Map<String, Pair> pairs = new HashMap<>();
        if (!ids.isEmpty()) {
            night.tables()
                    .read(
                            CurationTables.PAIRS,
                            night.state(CurationTables.PAIRS).files(),
                            CurateJob.PairId.class,
                            pair -> ids.contains(pair.pairId()))
                    .collect()
                    .forEach(pair -> pairs.put(pair.pairId(), pair));
        }
        return pairs;
    }

    private static Optional<Preference> preference(
            PreferenceMaker maker,
            Signal signal,
            SpokenAliases aliases,
            Provenance edge,
            Map<String, List<Provenance>> siblings,
            Map<String, Pair> pairs) {
        Pair rejected = pairs.get(edge.pairId());
        if (rejected == null) {
            return Optional.empty();
        }
        return ChannelMeaning.of(signal.channel()).better().flatMap(better -> switch (better) {
            case WRITTEN -> aliases.text(signal, rejected).flatMap(text -> maker.corrected(rejected, text));
            case ANSWERED_LATER ->
                lastAnswer(edge, siblings)
                        .flatMap(kept -> Optional.ofNullable(pairs.get(kept.pairId())))
                        .flatMap(kept -> maker.regenerated(rejected, kept));
        });
    }

    /** The last answer, after it, to the same input in the same session. */
    private static Optional<Provenance> lastAnswer(Provenance edge, Map<String, List<Provenance>> siblings) {
        return siblings.getOrDefault(edge.inputId(), List.of()).stream()
                .filter(other -> other.sessionId().isPresent()
                        && other.sessionId().equals(edge.sessionId())
                        && other.project().equals(edge.project()))
                .filter(other -> time(other).isAfter(time(edge)))
                .max(Comparator.comparing(Preferences::time).thenComparing(Provenance::pairId));
    }

    private static Instant time(Provenance edge) {
        return edge.happenedAt().orElse(Instant.MIN);
    }
}
