package dev.logmill.jobs.line;

import dev.logmill.curation.pair.Side;
import dev.logmill.export.dataset.Refusal;
import dev.logmill.export.dataset.SubjectCap;
import dev.logmill.export.release.Member;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a dataset decided of a pair: the member that it becomes, or why not.
 *
 * @param dataset index of the dataset
 */
record Selected(
        int dataset,
        String pairId,
        String agent,
        LocalDate firstNight,
        List<String> subjects,
        Optional<Member> member,
        Optional<Refusal> refusal) {
    /**
     * The decision without the texts, for the driver.
     *
     * @param train whether it would be trained on
     * @param tools whether the model was offered tools
     */
    record Decision(
            int dataset,
            String pairId,
            String agent,
            LocalDate firstNight,
            List<String> subjects,
            boolean train,
            boolean tools,
            Optional<Refusal> refusal) {
        SubjectCap.Claim claim() {
            return new SubjectCap.Claim(pairId, firstNight, subjects);
        }
    }

    Decision decision() {
        return new Decision(
                dataset,
                pairId,
                agent,
                firstNight,
                subjects,
                member.filter(one -> one.side() == Side.TRAIN).isPresent(),
                member.filter(one -> !one.example().tools().isEmpty()).isPresent(),
                refusal);
    }
}
