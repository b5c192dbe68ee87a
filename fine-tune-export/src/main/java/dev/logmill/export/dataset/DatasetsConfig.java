package dev.logmill.export.dataset;

import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.publish.Slug;
import dev.logmill.export.target.TargetFormat;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What goes into datasets.
 *
 * @param sets the datasets; where empty, one of each agent
 * @param unit what datasets take: {@code step}, the exact messages sent, or {@code job}, a run's input and final answer
 * @param targets what they are written for
 * @param preferences whether better-and-worse answers are exported too
 * @param minProbability a pair is kept where the probability that it is good is at least this
 * @param minLower or where the lower end of the interval is at least this: much evidence for a middling answer
 * @param unlabelled what becomes of pairs without feedback
 * @param prior the probability taken for a pair that nothing speaks for or against
 * @param requireNarrow only agents that passed the gates of narrowness
 * @param maxPerSubject rows that one person may bring into a dataset
 * @param maxCharacters longer examples are left out; trainers would cut them
 * @param minExamples with fewer supervised training rows nothing is published
 * @param license the card's license, as Hugging Face spells it
 */
public record DatasetsConfig(
        List<DatasetSpec> sets,
        PairUnit unit,
        List<TargetFormat> targets,
        boolean preferences,
        double minProbability,
        double minLower,
        Unlabelled unlabelled,
        double prior,
        boolean requireNarrow,
        int maxPerSubject,
        int maxCharacters,
        int minExamples,
        String license)
        implements Serializable {
    public DatasetsConfig {
        sets = List.copyOf(sets);
        targets = List.copyOf(targets);
    }

    public static DatasetsConfig defaults() {
        return new DatasetsConfig(
                List.of(),
                PairUnit.STEP,
                List.of(TargetFormat.OPENAI, TargetFormat.TRL),
                true,
                0.6,
                0.5,
                Unlabelled.KEEP,
                0.7,
                true,
                200,
                120_000,
                10,
                "other");
    }

    /** The datasets for these agents: those asked for, else one of each agent, by the agent's safe name. */
    public List<DatasetSpec> sets(Collection<String> agents) {
        if (!sets.isEmpty()) {
            return sets;
        }
        return agents.stream()
                .sorted()
                .distinct()
                .map(agent -> new DatasetSpec(Slug.of(agent), List.of(agent), Optional.empty(), List.of()))
                .toList();
    }

    /** What holds for every dataset. */
    DatasetsConfig withoutSets() {
        return new DatasetsConfig(
                List.of(),
                unit,
                targets,
                preferences,
                minProbability,
                minLower,
                unlabelled,
                prior,
                requireNarrow,
                maxPerSubject,
                maxCharacters,
                minExamples,
                license);
    }

    /** The unit that a dataset takes. */
    public PairUnit unit(DatasetSpec spec) {
        return spec.unit().orElse(unit);
    }

    /** The targets that a dataset is written for. */
    public List<TargetFormat> targets(DatasetSpec spec) {
        return (spec.targets().isEmpty() ? targets : spec.targets())
                .stream().sorted().distinct().toList();
    }

    /** What is wrong with it, each with its key and what would be right. */
    public List<String> problems(String prefix) {
        List<String> problems = new ArrayList<>();
        share(problems, prefix + "min-probability", minProbability);
        share(problems, prefix + "min-lower", minLower);
        share(problems, prefix + "prior", prior);
        atLeastOne(problems, prefix + "max-per-subject", maxPerSubject);
        atLeastOne(problems, prefix + "max-characters", maxCharacters);
        atLeastOne(problems, prefix + "min-examples", minExamples);
        if (targets.isEmpty()) {
            problems.add("%stargets must name at least one of %s".formatted(prefix, TargetFormat.folders()));
        }
        if (!isLicense(license)) {
            problems.add("%slicense must be a license's short name of letters, digits, '.' and '-', was '%s'"
                    .formatted(prefix, license));
        }
        names(problems, prefix);
        return problems;
    }

    private void names(List<String> problems, String prefix) {
        Set<String> known = new HashSet<>();
        for (int i = 0; i < sets.size(); i++) {
            String name = sets.get(i).name();
            if (!Slug.isSlug(name)) {
                problems.add("%ssets[%d].name must be 1 to %d of a-z, 0-9 and '-', was '%s'"
                        .formatted(prefix, i, Slug.MAX_LENGTH, name));
            }
            if (!known.add(name)) {
                problems.add("%ssets[%d].name is taken: '%s'".formatted(prefix, i, name));
            }
        }
    }

    private static void share(List<String> problems, String key, double value) {
        if (!(value >= 0 && value <= 1)) {
            problems.add("%s must be in [0, 1], was %s".formatted(key, value));
        }
    }

    private static void atLeastOne(List<String> problems, String key, int value) {
        if (value < 1) {
            problems.add("%s must be at least 1, was %d".formatted(key, value));
        }
    }

    private static boolean isLicense(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> c == '.' || c == '-' || (c < 128 && Character.isLetterOrDigit(c)));
    }
}
