package dev.logmill.eval.grade;

import dev.logmill.curation.table.Doc;

/** One grader of a case, as the suite keeps it. */
public record GraderSpec(
        @Doc("Which grader") GraderKind kind,

        @Doc("Its share in the case's score, relative to the others")
        double weight,

        @Doc("The case fails where this grader fails, whatever the others say")
        boolean required,

        @Doc("Canonical JSON object of its settings") String settings) {
    /** A grader on its own, with no settings. */
    public static GraderSpec of(GraderKind kind) {
        return new GraderSpec(kind, 1, true, "{}");
    }

    /** A grader on its own. */
    public static GraderSpec of(GraderKind kind, String settings) {
        return new GraderSpec(kind, 1, true, settings);
    }
}
