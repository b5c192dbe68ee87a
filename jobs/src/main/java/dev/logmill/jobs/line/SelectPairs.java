package dev.logmill.jobs.line;

import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.feedback.Preference;
import dev.logmill.curation.pair.Side;
import dev.logmill.export.dataset.Candidate;
import dev.logmill.export.dataset.PreferenceCandidate;
import dev.logmill.export.dataset.Refusal;
import dev.logmill.export.dataset.Selection;
import dev.logmill.export.dataset.Standing;
import dev.logmill.export.example.Example;
import dev.logmill.export.release.Member;
import java.io.Serializable;
import java.util.Optional;

/** Puts pairs to a dataset's selection. */
record SelectPairs(Selection selection) implements Serializable {
    Selected of(Standings row) {
        Standing standing = new Standing(row.pair().inputId(), row.leakGroup(), row.side());
        Optional<Refusal> refusal =
                selection.judge(new Candidate(row.pair(), row.label(), standing, row.narrow(), row.failed()));
        Optional<Member> member = refusal.isPresent()
                ? Optional.empty()
                : Optional.of(new Member(
                        Example.of(row.pair()),
                        row.pair().pairId(),
                        row.pair().inputId(),
                        row.leakGroup(),
                        row.side(),
                        row.label().map(Label::probability).orElse(1.0)));
        return new Selected(
                row.pair().pairId(), row.pair().agent(), row.pair().firstNight(), row.subjects(), member, refusal);
    }

    static Optional<Member> preference(
            Selection selection, Preference preference, String group, Side side, boolean narrow) {
        Standing standing = new Standing(preference.inputId(), group, side);
        return selection
                        .judge(new PreferenceCandidate(preference, standing, narrow))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(new Member(
                        Example.of(preference), preference.preferenceId(), preference.inputId(), group, side, 1.0));
    }
}
