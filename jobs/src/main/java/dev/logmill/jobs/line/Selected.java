package dev.logmill.jobs.line;

import dev.logmill.export.dataset.Refusal;
import dev.logmill.export.release.Member;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A pair that a dataset takes, or why it does not. */
record Selected(
        String pairId,
        String agent,
        LocalDate firstNight,
        List<String> subjects,
        Optional<Member> member,
        Optional<Refusal> refusal) {
    /** What the cap on a person's rows needs to know of it. */
    record Claim(String pairId, LocalDate firstNight, List<String> subjects) {}
}
