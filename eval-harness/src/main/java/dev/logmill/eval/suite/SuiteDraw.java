package dev.logmill.eval.suite;

import dev.logmill.curation.json.Digest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Draws tonight's cases of one suite: failures, and a random sample of all traffic.
 *
 * <p>A suite of failures alone would favour whoever did not make them; the random sample is what a promotion rests on, so
 * nothing that depends on an outcome may touch it. It is drawn in two stages: leak groups come to the test side by lot, and
 * of their runs tonight a simple random sample is taken. Groups that a failure took to the test side are not in it, and what
 * the failures had, tonight or before, takes nothing from it. Each occurrence that it draws stands for one over its
 * probability; where one input occurs often, these add up on its case (Horvitz and Thompson, JASA 47, 1952).
 *
 * @param testShare probability that a leak group's lot is the test side
 */
public record SuiteDraw(String suite, SuitesConfig config, double testShare) {
    private static final Comparator<CaseCandidate> ORDER = Comparator.comparing(CaseCandidate::runId)
            .thenComparing(one -> one.provenance().pairId())
            .thenComparing(one -> one.provenance().step());

    /** When it is drawn; {@code curated} is the curation that the candidates come from. */
    public record When(LocalDate night, long curated, long batch) {}

    /**
     * What tonight's draws had, and the draws themselves.
     *
     * @param picks the inputs that are drawn, whether they are cases already or not; sorted by case id
     */
    public record Drawn(List<Pick> picks, List<Lottery> lotteries) {}

    /** Draws from what there is tonight. */
    public Drawn draw(Collection<CaseCandidate> candidates, When when) {
        Draw traffic = draw(
                candidates.stream().filter(CaseCandidate::inLottery).toList(),
                Lottery.TRAFFIC,
                config.trafficRate(),
                config.trafficAtLeast());
        // A pair may fail on several nights: each night it has a number anew.
        Draw failing = draw(
                candidates.stream().filter(CaseCandidate::failureInReach).toList(),
                Lottery.FAILURE + "/" + when.night(),
                config.failureRate(),
                0);
        Map<String, Pick> picks = new TreeMap<>();
        candidates.stream().sorted(ORDER).forEach(one -> {
            boolean random = one.inLottery() && traffic.ids().contains(one.runId());
            boolean failed = one.failureInReach() && failing.ids().contains(one.runId());
            if (random || failed) {
                double weight = random ? 1 / (traffic.probability() * one.byLot(testShare)) : 0;
                picks.merge(caseId(one), new Pick(one, caseId(one), failed, weight), Pick::and);
            }
        });
        return new Drawn(
                List.copyOf(picks.values()),
                List.of(
                        lottery(Lottery.TRAFFIC, traffic, List.of(), when),
                        lottery(Lottery.FAILURE, failing, failed(candidates), when)));
    }

    private Lottery lottery(String kind, Draw draw, List<Lottery.Failed> failed, When when) {
        return new Lottery(
                suite,
                kind,
                draw.members(),
                draw.ids().size(),
                draw.probability(),
                when.curated(),
                failed,
                when.night(),
                when.batch());
    }

    /** What failed, once a leak group, whether a draw could have it or not. */
    private List<Lottery.Failed> failed(Collection<CaseCandidate> candidates) {
        Map<String, Map<String, Set<String>>> runs = new TreeMap<>();
        Map<String, Double> shares = new HashMap<>();
        candidates.stream().filter(CaseCandidate::failing).forEach(one -> {
            runs.computeIfAbsent(caseId(one), none -> new TreeMap<>())
                    .computeIfAbsent(one.own().group(), none -> new HashSet<>())
                    .add(one.runId());
            shares.put(caseId(one) + one.own().group(), one.share());
        });
        List<Lottery.Failed> failed = new ArrayList<>();
        runs.forEach((id, groups) -> groups.forEach((group, ids) ->
                failed.add(new Lottery.Failed(id, group, shares.getOrDefault(id + group, 0.0), ids.size()))));
        return failed;
    }

    private String caseId(CaseCandidate one) {
        return Digest.of("case", suite, one.provenance().inputId()).id();
    }

    private Draw draw(List<CaseCandidate> members, String lottery, double rate, int atLeast) {
        List<String> runs = members.stream().map(CaseCandidate::runId).toList();
        return Draw.of(runs, config.seed(), suite + "/" + lottery, rate, atLeast, config.maxPerNight());
    }
}
