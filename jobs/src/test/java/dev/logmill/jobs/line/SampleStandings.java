package dev.logmill.jobs.line;

import dev.logmill.curation.feedback.Preference;
import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.export.dataset.DatasetSpec;
import dev.logmill.export.dataset.DatasetsConfig;
import dev.logmill.export.dataset.Unlabelled;
import dev.logmill.export.target.TargetFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Pairs and preferences of an agent called orders. */
final class SampleStandings {
    static final LocalDate NIGHT = LocalDate.parse("2026-11-01");
    static final DatasetSpec ORDERS = new DatasetSpec("orders", List.of("orders"), Optional.empty(), List.of());

    private SampleStandings() {}

    /** Two rows a person at most, and two rows to train on at least. */
    static DatasetsConfig config() {
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
                2,
                10_000,
                2,
                "other");
    }

    static Standings standings(String pair, PairUnit unit, Side side, String... subjects) {
        return new Standings(
                new PairFacts.Known(pair, "input of " + pair, unit, "orders", NIGHT),
                Optional.empty(),
                "group of " + pair,
                side,
                Optional.empty(),
                false,
                false,
                List.of(subjects),
                List.of("run of " + pair),
                0);
    }

    /** A preference whose worse answer is a pair's. */
    static Preference preference(String id, String rejectedPair, String chosen, String rejected) {
        return new Preference(
                id,
                "input of " + rejectedPair,
                "orders",
                rejectedPair,
                Optional.empty(),
                "correction",
                List.of(Message.of(Role.USER, "Where is " + rejectedPair + "?")),
                List.of(),
                Message.of(Role.ASSISTANT, chosen),
                Message.of(Role.ASSISTANT, rejected),
                NIGHT,
                1);
    }
}
