package dev.logmill.jobs.line;

import dev.logmill.curation.feedback.Preference;
import dev.logmill.curation.pair.Rejection;
import dev.logmill.export.dataset.Refusal;
import dev.logmill.export.release.Member;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What one dataset takes of the preferences, and what it refuses.
 *
 * @param taken sorted by example
 */
record ChosenPreferences(List<Taken> taken, List<Refused> refused) {
    /** A preference that is taken, as a member of the dataset. */
    record Taken(Preference preference, Member member) {}

    /** A preference that is not taken, and why. */
    record Refused(Preference preference, Refusal why) {}

    /** The members that it gives, sorted by example. */
    List<Member> members() {
        return taken.stream().map(Taken::member).toList();
    }

    /** Nothing taken, for this reason. */
    ChosenPreferences without(Refusal why) {
        List<Refused> all = new ArrayList<>(refused);
        taken.forEach(one -> all.add(new Refused(one.preference(), why)));
        return new ChosenPreferences(List.of(), all);
    }

    /** What is refused, as rows of table {@code rejections}. */
    List<Rejection> rejections(String dataset, LocalDate night, long batch) {
        return refused.stream()
                .map(one -> one.why()
                        .rejection(
                                dataset,
                                one.preference().preferenceId(),
                                one.preference().agent(),
                                night,
                                batch))
                .toList();
    }
}
