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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A first look at logs. Identifiers are replaced as a night would, under a key that nobody keeps. */
public final class Sniff {
    /** Of a folder no more is read than tells a person what is in it. */
    private static final int MOST_OBJECTS = 20;

    private static final int MOST_RECORDS = 2000;

    private final LogFiles files;
    private final Sniffer sniffer;
    private final Databases databases;

    private Sniff(LogFiles files, Sniffer sniffer, Databases databases) {
        this.files = files;
        this.sniffer = sniffer;
        this.databases = databases;
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
        Redaction redaction = raw ? new Unredacted() : new ContentRedaction(new Pseudonyms(key()));
        Sniffer sniffer =
                new Sniffer(formats, storage, redaction, IngestConfig.defaults().maxRecordBytes());
        return LogFiles.at(path, storage).map(files -> new Sniff(files, sniffer, new Databases(storage)));
    }

    private static byte[] key() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /** Every span of every object, a line each. */
    public void json(PrintStream out) throws IOException {
        JsonReport report = new JsonReport(out);
        for (RawObject object : files.objects()) {
            KnownFormat format = sniffer.formatOf(object).orElseGet(sniffer::anyFormat);
            sniffer.read(format, object, (record, reading) -> {
                report.record(format.name(), object.name(), record, reading);
                return true;
            });
        }
        report.finish();
    }

    /** What it is, in words; false where no dialect reads any of it. */
    public boolean text(PrintStream out) throws IOException {
        out.printf(
                "%s: %d objects, %d bytes%n",
                files.path().toUri().getPath(),
                files.objects().size(),
                files.objects().stream().mapToLong(RawObject::bytes).sum());
        Map<String, KnownFormat> known = new LinkedHashMap<>();
        TextReport report = new TextReport(MOST_RECORDS);
        boolean any = false;
        for (RawObject object : files.objects().stream().limit(MOST_OBJECTS).toList()) {
            Optional<KnownFormat> reads = sniffer.formatOf(object);
            any |= reads.isPresent();
            Optional<KnownFormat> format = reads.or(sniffer::sole);
            if (format.isEmpty()) {
                out.printf("no dialect reads %s%n", object.name());
                databases.of(object).ifPresent(tables -> out.printf("it is an SQLite database: %s%n", tables));
            } else if (!report.isFull()) {
                known.put(format.get().name(), format.get());
                sniffer.read(format.get(), object, (record, reading) -> report.record(object.name(), record, reading));
            }
        }
        if (known.isEmpty()) {
            out.println("Dialect mapped reads any JSON, CSV, Parquet or SQLite by a mapping; see --mapping");
            return false;
        }
        out.printf("dialect %s%n", String.join(", ", known.keySet()));
        if (report.isFull() || files.objects().size() > MOST_OBJECTS) {
            out.printf("a first look, at no more than %d objects and %d records%n", MOST_OBJECTS, MOST_RECORDS);
        }
        report.print(out);
        if (!any) {
            out.println("None of it can be read so");
            return false;
        }
        out.printf("%nTo read it every night, put this under sources in logmill.yaml:%n%n");
        known.values().forEach(format -> out.print(new SourceBlock(files, format).text()));
        return true;
    }
}
