package dev.logmill.jobs.sniff;

import dev.logmill.curation.privacy.Redaction;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;

/** Leaves text as it is: for a screen and for a benchmark, never for a table that is kept. */
public record Unredacted() implements Redaction {
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
