package dev.logmill.jobs.line;

/** What tells a trace from others: spans of several sources of one project may share it. */
record TraceKey(String project, String traceId) {
    /** As one text; the length keeps a project's end apart from a trace's beginning. */
    String text() {
        return text(project, traceId);
    }

    static String text(String project, String traceId) {
        return project.length() + "|" + project + "|" + traceId;
    }

    /** 64 bits of it, for sets of many. */
    static long hash(String project, String traceId) {
        return HashSet64.hash(text(project, traceId));
    }
}
