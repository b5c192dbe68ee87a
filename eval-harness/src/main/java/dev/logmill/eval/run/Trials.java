package dev.logmill.eval.run;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came of putting a suite to a model.
 *
 * @param kept trials that gave something back, by case id
 * @param failed why others gave nothing, by case id
 * @param words what the endpoint said of a failure, one sample for each kind
 * @param before how many of the kept were kept from earlier evaluations
 * @param effort what the others took
 * @param stopped why the model was given up before every case had its turn, for a person
 */
public record Trials(
        Map<String, Trial> kept,
        Map<String, Outcome> failed,
        Map<Outcome, String> words,
        int before,
        Effort effort,
        Optional<String> stopped) {
    public Trials {
        kept = new TreeMap<>(kept);
        failed = new TreeMap<>(failed);
        words = new TreeMap<>(words);
    }

    /** The transcript of a case that was answered; none of an answer that was cut or filtered. */
    public Optional<Transcript> answered(String caseId) {
        return Optional.ofNullable(kept.get(caseId))
                .filter(trial -> trial.outcome() == Outcome.ANSWERED)
                .map(Trial::transcript);
    }

    /** How the trial of a case ended. */
    public Outcome outcome(String caseId) {
        Trial trial = kept.get(caseId);
        return trial != null ? trial.outcome() : failed.getOrDefault(caseId, Outcome.NOT_ASKED);
    }
}
