package dev.logmill.curation.privacy;

import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;

/** Leaves every row, key and path as it is, for tests of what happens before privacy. */
public record Unchanged() implements Redaction {
    @Override
    public Span span(Span span) {
        return span;
    }

    @Override
    public Signal signal(Signal signal) {
        return signal;
    }

    @Override
    public String key(String text) {
        return text;
    }

    @Override
    public String digest(String plain) {
        return plain;
    }

    @Override
    public String path(String path) {
        return path;
    }
}
