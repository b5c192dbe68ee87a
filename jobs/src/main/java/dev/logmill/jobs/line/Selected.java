package dev.logmill.jobs.line;

import dev.logmill.curation.pair.Rejection;
import dev.logmill.curation.pair.Side;
import dev.logmill.export.dataset.Refusal;
import dev.logmill.export.dataset.SubjectCap;
import dev.logmill.export.release.Member;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a dataset decided of a pair: refused, a member, or, before its text was read, neither yet.
 *
 * @param dataset index of the dataset
 * @param sources the runs, sessions and people that it is of, in words
 * @param leakGroup the present anchor of its leak group
 * @param side the side of that group
 * @param probability that it is good
 */
record Selected(
        int dataset,
        String pairId,
        String agent,
        LocalDate firstNight,
        List<String> subjects,
        List<String> sources,
        String leakGroup,
        Side side,
        double probability,
        Optional<Refusal> refusal,
        Optional<Member> member) {
    Selected refused(Refusal why) {
        return new Selected(
                dataset,
                pairId,
                agent,
                firstNight,
                subjects,
                sources,
                leakGroup,
                side,
                probability,
                Optional.of(why),
                Optional.empty());
    }

    /** The row of table {@code rejections} that says why it is refused. */
    Rejection rejection(String datasetName, LocalDate night, long batch) {
        return refusal.orElseThrow().rejection(datasetName, pairId, agent, night, batch);
    }

    Selected as(Member made) {
        return new Selected(
                dataset,
                pairId,
                agent,
                firstNight,
                subjects,
                sources,
                leakGroup,
                side,
                probability,
                Optional.empty(),
                Optional.of(made));
    }

    /**
     * What it wants, without the text, for the driver.
     *
     * @param train whether it would be trained on
     * @param tools whether the model was offered tools
     */
    record Wish(
            int dataset,
            String pairId,
            String agent,
            LocalDate firstNight,
            List<String> subjects,
            boolean train,
            boolean tools) {
        SubjectCap.Claim claim() {
            return new SubjectCap.Claim(pairId, firstNight, subjects);
        }
    }

    Wish wish() {
        return new Wish(
                dataset,
                pairId,
                agent,
                firstNight,
                subjects,
                side == Side.TRAIN,
                member.filter(one -> !one.example().tools().isEmpty()).isPresent());
    }
}
