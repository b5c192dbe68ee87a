package dev.logmill.jobs.line;

import dev.logmill.curation.json.Digest;

/** What tells a trace from others: spans of several sources of one project may share it. */
record TraceKey(String project, String traceId) {
    /** As one text; the length keeps a project's end apart from a trace's beginning. */
    String text() {
        return text(project, traceId);
    }

    static String text(String project, String traceId) {
        return "%d|%s|%s".formatted(project.length(), project, traceId);
    }

    /** 64 bits of it, for sets of many. */
    static long hash(String project, String traceId) {
        return Digest.of(project, traceId).bits();
    }
}
