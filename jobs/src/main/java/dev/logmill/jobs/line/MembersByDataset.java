package dev.logmill.jobs.line;

import dev.logmill.export.release.Member;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Cuts a stream of members where one dataset ends and the next begins; each is read to its end before the next. */
final class MembersByDataset {
    private final Iterator<Selected> members;
    private @Nullable Selected next;

    /** Members dataset by dataset. */
    MembersByDataset(Iterator<Selected> members) {
        this.members = members;
        this.next = members.hasNext() ? members.next() : null;
    }

    /** The members of a dataset, by its index. */
    Iterator<Member> of(int dataset) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return next != null && next.dataset() == dataset;
            }

            @Override
            public Member next() {
                Member member = Objects.requireNonNull(next).member().orElseThrow();
                next = members.hasNext() ? members.next() : null;
                return member;
            }
        };
    }
}
