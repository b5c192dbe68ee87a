package dev.logmill.eval.suite;

import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.pair.Side;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Occurrences of one step each, every run in a leak group of its own. */
final class SampleCandidates {
    static final LocalDate NIGHT = LocalDate.of(2026, 11, 1);

    private SampleCandidates() {}

    static CaseCandidate candidate(String run, String input, boolean failing, boolean inLottery, Side side) {
        CaseCandidate.Place place = new CaseCandidate.Place("group-" + run, side);
        return new CaseCandidate(edge(run, input), failing, inLottery, place, place, true, 1);
    }

    /** An occurrence of an input that very many people send. */
    static CaseCandidate ofMany(String run, boolean failing, Side own, Side input) {
        return new CaseCandidate(
                edge(run, "hello"),
                failing,
                own == Side.TEST && input == Side.TEST,
                new CaseCandidate.Place("group-" + run, own),
                new CaseCandidate.Place("group of hello", input),
                true,
                1);
    }

    /** Runs on the test side by lot, the first of them failing. */
    static List<CaseCandidate> traffic(int count, int failing) {
        List<CaseCandidate> candidates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            candidates.add(candidate("run" + i, "input" + i, i < failing, true, Side.TEST));
        }
        return candidates;
    }

    private static Provenance edge(String run, String input) {
        return new Provenance(
                "pair-" + run,
                input,
                "wording",
                PairUnit.STEP,
                "agent",
                "1",
                run,
                "source",
                "project",
                "trace-" + run,
                "span-" + run,
                Optional.empty(),
                0,
                true,
                false,
                Optional.empty(),
                Optional.empty(),
                "group-" + run,
                "group-" + run,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                NIGHT,
                1,
                1);
    }
}
