package dev.logmill.curation.ingest;

import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.util.List;
import java.util.function.Function;

/** What a dialect made of one record: spans and signals, or the reason why not. */
public sealed interface Reading {
    /** The one of the two that this is. */
    <T> T fold(Function<Read, T> read, Function<Unreadable, T> unreadable);

    /**
     * The record could be read. Ids of people and sessions are still those of the log: privacy comes after the dialect.
     */
    record Read(List<Span> spans, List<Signal> signals) implements Reading {
        public Read {
            spans = List.copyOf(spans);
            signals = List.copyOf(signals);
        }

        @Override
        public <T> T fold(Function<Read, T> read, Function<Unreadable, T> unreadable) {
            return read.apply(this);
        }
    }

    /** The record could not be read; {@code detail} names field and type, never the text in it. */
    record Unreadable(QuarantineReason reason, String detail) implements Reading {
        @Override
        public <T> T fold(Function<Read, T> read, Function<Unreadable, T> unreadable) {
            return unreadable.apply(this);
        }
    }
}
