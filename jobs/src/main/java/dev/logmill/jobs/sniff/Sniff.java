package dev.logmill.jobs.sniff;

import dev.logmill.curation.ingest.IngestConfig;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.privacy.ContentRedaction;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.privacy.Redaction;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** A first look at logs. Identifiers are replaced as a night would, under a key that nobody keeps. */
public final class Sniff {
    /** Of a folder no more is read than tells a person what is in it. */
    private static final int MOST_OBJECTS = 20;

    /** Of so many more it is asked which format they have, where there are several. */
    private static final int MOST_SORTED = 200;

    private final LogFiles files;
    private final Sniffer sniffer;
    private final Databases databases;

    private final Redaction redaction;

    private Sniff(LogFiles files, Sniffer sniffer, Databases databases, Redaction redaction) {
        this.files = files;
        this.sniffer = sniffer;
        this.databases = databases;
        this.redaction = redaction;
    }

    /**
     * A look at what lies at a path; nothing where there is nothing.
     *
     * @param formats those that are thought of
     * @param raw text is shown as it is
     */
    public static Optional<Sniff> at(
            org.apache.hadoop.fs.Path path, StorageSettings storage, List<KnownFormat> formats, boolean raw)
            throws IOException {
        Optional<Pseudonyms> pseudonyms = raw ? Optional.empty() : Optional.of(new Pseudonyms(key()));
        Redaction redaction = pseudonyms.<Redaction>map(ContentRedaction::new).orElseGet(Unredacted::new);
        Sniffer sniffer =
                new Sniffer(formats, storage, redaction, IngestConfig.defaults().maxRecordBytes());
        return LogFiles.at(path, storage)
                .map(files -> new Sniff(files, sniffer, new Databases(storage, new SampleRow(pseudonyms)), redaction));
    }

    private static byte[] key() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /** What became of what was looked at. */
    public enum Outcome {
        READ,
        /** There are records, and none of them can be read. */
        REFUSED,
        /** There is no record. */
        EMPTY
    }

    /** Every span of every object, a line each, and every record that cannot be read. */
    public Outcome json(PrintStream out) throws IOException {
        AtomicBoolean isRead = new AtomicBoolean();
        AtomicBoolean isRefused = new AtomicBoolean();
        JsonReport report = new JsonReport(out);
        for (RawObject object : files.objects()) {
            Optional<KnownFormat> known = sniffer.formatOf(object);
            if (known.isEmpty() && sniffer.companion(object).isPresent()) {
                continue;
            }
            KnownFormat format = known.orElseGet(sniffer::anyFormat);
            sniffer.read(format, object, (record, reading) -> {
                report.record(format.name(), redaction.path(object.name()), record, reading);
                (reading.fold(read -> true, unreadable -> false) ? isRead : isRefused).set(true);
                return true;
            });
        }
        report.finish();
        if (isRead.get()) {
            return Outcome.READ;
        }
        return isRefused.get() ? Outcome.REFUSED : Outcome.EMPTY;
    }

    /** What it is, in words; false where no dialect reads any of it. */
    public boolean text(PrintStream out) throws IOException {
        out.printf(
                "%s: %d objects, %d bytes%n",
                files.path().toUri().getPath(),
                files.objects().size(),
                files.objects().stream().mapToLong(RawObject::bytes).sum());
        TextLook look = new TextLook(sniffer, databases, out, redaction);
        List<RawObject> some = files.some(MOST_OBJECTS);
        for (RawObject object : some) {
            look.at(object);
        }
        Set<RawObject> shown = Set.copyOf(some);
        for (RawObject object : files.some(MOST_OBJECTS + MOST_SORTED)) {
            if (!shown.contains(object)) {
                look.sort(object);
            }
        }
        boolean whole = files.objects().size() <= MOST_OBJECTS;
        return look.end(files, whole ? "" : "%d objects and ".formatted(MOST_OBJECTS));
    }
}
