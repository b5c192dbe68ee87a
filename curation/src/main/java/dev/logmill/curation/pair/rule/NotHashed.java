package dev.logmill.curation.pair.rule;

import dev.logmill.curation.pair.Candidate;
import dev.logmill.curation.privacy.HashedText;
import dev.logmill.curation.trace.Message;
import java.util.stream.Stream;

/** Drops what a source keeps no text of but hashes: nobody can learn from those, or be asked one. */
record NotHashed() implements Rule {
    @Override
    public Decision judge(Candidate candidate) {
        long hashed = Stream.concat(candidate.input().stream(), candidate.output().stream())
                .filter(NotHashed::isHashed)
                .count();
        return hashed > 0
                ? new Decision.Drop(Reason.HASHED_TEXT, "%d messages are kept as hashes".formatted(hashed))
                : Decision.KEEP;
    }

    private static boolean isHashed(Message message) {
        return message.content().filter(HashedText::is).isPresent();
    }
}
