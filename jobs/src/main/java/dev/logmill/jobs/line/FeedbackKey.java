package dev.logmill.jobs.line;

import dev.logmill.curation.feedback.StandingSignals.Feedback;

/** A piece of feedback, as a key; lengths keep its parts apart. */
final class FeedbackKey {
    private FeedbackKey() {}

    static String of(Feedback feedback) {
        return "%d|%s|%s".formatted(feedback.source().length(), feedback.source(), project(feedback));
    }

    static long hash(Feedback feedback) {
        return HashSet64.hash(of(feedback));
    }

    private static String project(Feedback feedback) {
        return TraceKey.text(feedback.project(), feedback.id());
    }
}
