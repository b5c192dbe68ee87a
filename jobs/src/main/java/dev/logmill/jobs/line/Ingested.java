package dev.logmill.jobs.line;

import dev.logmill.curation.ingest.Quarantine;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.vault.Sealed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One row on its way from an object to its table, or a row that the lake already holds.
 *
 * @param object index of the object it came from; of the data file that holds it, where it is {@code known}
 * @param position its record's position in the object
 * @param leads it is the first row of its record: its fate is the record's
 * @param version when the producer wrote it
 * @param digest its record's digest
 * @param known the lake already holds it
 * @param original what the vault gets beside it
 */
record Ingested(
        int object,
        long position,
        boolean leads,
        Instant version,
        String digest,
        boolean known,
        Optional<Span> span,
        Optional<Signal> signal,
        Optional<Quarantine> quarantine,
        Optional<Sealed> original) {
    private static final String SKIPPED = "skipped";
    private static final String ERASED = "erased";

    /** The newer version first; equal ones in the order of their objects, so that the choice is no accident. */
    static int newestFirst(Ingested a, Ingested b) {
        int byVersion = b.version.compareTo(a.version);
        if (byVersion != 0) {
            return byVersion;
        }
        int byDigest = b.digest.compareTo(a.digest);
        if (byDigest != 0) {
            return byDigest;
        }
        int byKnown = Boolean.compare(b.known, a.known);
        if (byKnown != 0) {
            return byKnown;
        }
        int byObject = Integer.compare(a.object, b.object);
        return byObject != 0 ? byObject : Long.compare(a.position, b.position);
    }

    static Ingested of(int object, long position, boolean leads, Span span, Optional<Sealed> original) {
        return new Ingested(
                object,
                position,
                leads,
                span.versionAt(),
                span.recordDigest(),
                false,
                Optional.of(span),
                Optional.empty(),
                Optional.empty(),
                original);
    }

    static Ingested of(int object, long position, boolean leads, Signal signal, Optional<Sealed> original) {
        return new Ingested(
                object,
                position,
                leads,
                Instant.EPOCH,
                "",
                false,
                Optional.empty(),
                Optional.of(signal),
                Optional.empty(),
                original);
    }

    static Ingested of(int object, Quarantine quarantine) {
        return new Ingested(
                object,
                quarantine.position(),
                true,
                Instant.EPOCH,
                "",
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of(quarantine),
                Optional.empty());
    }

    /** How many records an object held, counted as they were read: what the ends are held against. */
    static Ingested total(int object, long records) {
        return count(object, records, "");
    }

    /** How many things an object held that are no records of its dialect. */
    static Ingested skipped(int object, long things) {
        return count(object, things, SKIPPED);
    }

    /** How many records of an object are of somebody who was erased. */
    static Ingested erased(int object, long records) {
        return count(object, records, ERASED);
    }

    private static Ingested count(int object, long counted, String what) {
        return new Ingested(
                object,
                counted,
                false,
                Instant.EPOCH,
                what,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether it counts what was skipped, where it {@link #isTotal()}. */
    boolean isSkipped() {
        return digest.equals(SKIPPED);
    }

    /** Whether it counts what is of people who were erased, where it {@link #isTotal()}. */
    boolean isErased() {
        return digest.equals(ERASED);
    }

    /** Whether its row is one of a day before another. */
    boolean isBefore(LocalDate earliest) {
        return span.map(Span::day)
                .or(() -> signal.map(Signal::day))
                .filter(day -> day.isBefore(earliest))
                .isPresent();
    }

    /** The {@link BrokenKey} that its record has where it cannot be read. */
    Optional<String> brokenKey() {
        return span.map(row -> new BrokenKey(row.source(), row.recordDigest()))
                .or(() -> signal.map(row -> new BrokenKey(row.source(), row.recordDigest())))
                .or(() -> quarantine.map(row -> new BrokenKey(row.source(), row.recordDigest())))
                .map(BrokenKey::key);
    }

    /** Whether another version of its span says something else and was written at the same time, for all that is known. */
    boolean isAsOldAs(Ingested other) {
        return version.equals(other.version) && !digest.equals(other.digest);
    }

    boolean isTotal() {
        return !known && span.isEmpty() && signal.isEmpty() && quarantine.isEmpty();
    }

    static Ingested known(int file, Instant version, String digest) {
        return new Ingested(
                file,
                0,
                false,
                version,
                digest,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
