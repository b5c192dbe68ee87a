package dev.logmill.curation.ingest;

import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.vault.Sealed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a dialect made of one record: spans and signals, or the reason why not. */
public sealed interface Reading {
    /** The one of the two that this is. */
    <T> T fold(Function<Read, T> read, Function<Unreadable, T> unreadable);

    /**
     * The record could be read. Ids of people and sessions are still those of the log: privacy comes after the dialect.
     *
     * @param originals those of the spans, then those of the signals; none at all where nothing is sealed
     */
    record Read(List<Span> spans, List<Signal> signals, List<Optional<Sealed>> originals) implements Reading {
        public Read {
            spans = List.copyOf(spans);
            signals = List.copyOf(signals);
            originals = List.copyOf(originals);
        }

        /** What a dialect makes: nothing of it is sealed yet. */
        public Read(List<Span> spans, List<Signal> signals) {
            this(spans, signals, List.of());
        }

        /** The sealed original of a span. */
        public Optional<Sealed> ofSpan(int index) {
            return originals.isEmpty() ? Optional.empty() : originals.get(index);
        }

        /** The sealed original of a signal. */
        public Optional<Sealed> ofSignal(int index) {
            return ofSpan(spans.size() + index);
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
