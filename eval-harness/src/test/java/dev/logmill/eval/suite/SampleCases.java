package dev.logmill.eval.suite;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.eval.grade.GraderKind;
import dev.logmill.eval.grade.GraderSpec;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Cases whose right answer is "yes". */
public final class SampleCases {
    /** The right answer to all of them. */
    public static final Message RIGHT = Message.of(Role.ASSISTANT, "yes");

    private SampleCases() {}

    /** A case of the random sample, that stands for one occurrence; its reference is a person's. */
    public static Case random(String id, String group) {
        return of(id, group, Case.TRAFFIC, 1, Optional.of(References.CORRECTION));
    }

    /** A case that only the draw of failures had. */
    public static Case failure(String id, String group) {
        return of(id, group, Case.FAILURE, 0, Optional.of(References.CORRECTION));
    }

    /** A case of the random sample whose reference production gave. */
    public static Case ownReference(String id, String group) {
        return of(id, group, Case.TRAFFIC, 1, Optional.of(References.TRUSTED));
    }

    /** A case of the random sample that nobody knows the right answer to. */
    public static Case unreferenced(String id, String group) {
        return of(id, group, Case.TRAFFIC, 1, Optional.empty());
    }

    /** A case; without the origin of a reference it has none. */
    public static Case of(String id, String group, String stratum, double weight, Optional<String> origin) {
        return new Case(
                id,
                "suite",
                "agent",
                stratum,
                0.5,
                weight,
                group,
                "input-" + id,
                "pair-" + id,
                "run-" + id,
                "project",
                "trace-" + id,
                "span-" + id,
                List.of(Message.of(Role.USER, "Is it " + id + "?")),
                List.of(),
                Optional.empty(),
                origin.map(known -> RIGHT),
                origin,
                origin.map(known -> "pair-" + id),
                origin.isPresent() ? 2 : 0,
                origin.isPresent() ? List.of(GraderSpec.of(GraderKind.EXACT)) : List.of(),
                LocalDate.of(2026, 11, 1),
                0);
    }
}
