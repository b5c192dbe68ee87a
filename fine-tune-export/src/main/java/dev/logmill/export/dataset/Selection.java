package dev.logmill.export.dataset;

import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.trace.Message;
import dev.logmill.export.example.Example;
import dev.logmill.export.rule.RowRules;
import dev.logmill.export.target.TargetFormat;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Decides what goes into a dataset, one candidate at a time; {@link SubjectCap} then looks at them together. What is
 * known of a pair is asked before what it says, so that texts are read only where they matter.
 *
 * <p>Only 1 to 3 pairs in a hundred have feedback. So a label is a veto more than a ticket: a labelled pair is kept
 * where its probability, or the lower end of its interval, is high enough; an unlabelled one goes by the prior of its
 * agent, which the gates of narrowness have already measured.
 */
public final class Selection implements Serializable {
    private static final double HALF = 0.5;

    private final DatasetsConfig config;
    private final List<TargetFormat> targets;
    private final LiveCases live;

    public Selection(DatasetsConfig config, DatasetSpec spec, LiveCases live) {
        // Without the other datasets: this travels to executors, and what they leave open cannot be serialised.
        this.config = config.withoutSets();
        this.targets = config.targets(spec);
        this.live = live;
    }

    /** Why a pair is refused whatever it says; nothing where its text decides. */
    public Optional<Refusal> judge(DatasetCandidate candidate) {
        return standing(candidate.standing(), candidate.bindingGate())
                .or(() -> failed(candidate))
                .or(() -> label(candidate));
    }

    /** Why a pair is refused for what it says; nothing where it is kept. */
    public Optional<Refusal> judge(Pair pair) {
        return refusedByModel(pair.output()).or(() -> example(Example.of(pair)));
    }

    /** Why two answers are refused; nothing where they are kept. */
    public Optional<Refusal> judge(PreferenceCandidate candidate) {
        return standing(candidate.standing(), candidate.bindingGate())
                .or(() -> doubted(candidate))
                .or(() -> refusedByModel(candidate.preference().chosen()))
                .or(() -> example(Example.of(candidate.preference())));
    }

    private Optional<Refusal> standing(Standing standing, Optional<String> bindingGate) {
        if (config.requireNarrow() && bindingGate.isPresent()) {
            return bindingGate.map(gate -> SelectionReason.NOT_NARROW.refusal("%s", gate));
        }
        // The test side may share what suites ask: nothing is trained on it.
        if (standing.side() == Side.TEST) {
            return Optional.empty();
        }
        if (live.inputIds().contains(standing.inputId())) {
            return Optional.of(SelectionReason.CONTAMINATED.refusal("input of a live case, side %s", standing.side()));
        }
        return live.leakGroups().contains(standing.leakGroup())
                ? Optional.of(
                        SelectionReason.CONTAMINATED.refusal("leak group of a live case, side %s", standing.side()))
                : Optional.empty();
    }

    private static Optional<Refusal> failed(DatasetCandidate candidate) {
        return candidate.failed()
                ? Optional.of(SelectionReason.OUTPUT_ERROR.refusal("a tool failed each time"))
                : Optional.empty();
    }

    /** Who keeps the last of several answers has not said that it is right: its own label knows more. */
    private static Optional<Refusal> doubted(PreferenceCandidate candidate) {
        double least = Math.max(HALF, candidate.rejected().orElse(HALF));
        return candidate
                .chosen()
                .filter(probability -> probability < least)
                .map(probability -> SelectionReason.CHOSEN_NOT_BETTER.refusal(
                        "chosen %.3f < %s %.3f", probability, least == HALF ? "one half" : "rejected", least));
    }

    private static Optional<Refusal> refusedByModel(Message output) {
        return output.refusal()
                .map(text -> SelectionReason.REFUSED_BY_MODEL.refusal("refusal of %d characters", text.length()));
    }

    private Optional<Refusal> label(DatasetCandidate candidate) {
        if (candidate.opinion().isEmpty() && config.unlabelled() == Unlabelled.DROP) {
            return Optional.of(SelectionReason.UNLABELLED.refusal("0 signals"));
        }
        Optional<Opinion> spoken = candidate.opinion();
        double probability = spoken.map(Opinion::probability).orElse(config.prior());
        double lower = spoken.map(Opinion::lower).orElse(0.0);
        boolean enough = probability >= config.minProbability() || (spoken.isPresent() && lower >= config.minLower());
        return enough
                ? Optional.empty()
                : Optional.of(SelectionReason.LABEL_TOO_LOW.refusal(
                        "probability %.3f < %.3f, lower %.3f < %.3f",
                        probability, config.minProbability(), lower, config.minLower()));
    }

    private Optional<Refusal> example(Example example) {
        if (example.input().isEmpty()) {
            return Optional.of(SelectionReason.EMPTY.refusal("0 input messages"));
        }
        if (example.hasMedia()) {
            return Optional.of(SelectionReason.MEDIA.refusal("images or files, targets take text"));
        }
        long characters = example.characters();
        if (characters > config.maxCharacters()) {
            return Optional.of(
                    SelectionReason.TOO_LONG.refusal("%d characters > %d", characters, config.maxCharacters()));
        }
        boolean carried = targets.stream()
                .anyMatch(target -> target.target().excludes(example).isEmpty());
        if (!carried) {
            return Optional.of(SelectionReason.NO_TARGET.refusal("0 of %d targets carry it", targets.size()));
        }
        return RowRules.breach(example, targets).map(breach -> new Refusal(breach.rule(), breach.measured()));
    }
}
