package dev.logmill.jobs.sniff;

import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.privacy.Redaction;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A look at objects, one after the other, told in words. */
final class TextLook {
    private static final int MOST_RECORDS = 2000;

    private final Sniffer sniffer;
    private final Databases databases;
    private final PrintStream out;
    private final Redaction redaction;
    /** By the format the names of objects that have it. */
    private final Map<KnownFormat, List<String>> known = new LinkedHashMap<>();

    /** By what they are the names of objects without records. */
    private final Map<String, List<String>> companions = new LinkedHashMap<>();

    private final WaitingScores scores = new WaitingScores();
    private final TextReport report = new TextReport(MOST_RECORDS);
    private boolean isRead;
    private boolean mayBeMapped;

    /** @param redaction of the objects' names, which are told, too */
    TextLook(Sniffer sniffer, Databases databases, PrintStream out, Redaction redaction) {
        this.sniffer = sniffer;
        this.databases = databases;
        this.out = out;
        this.redaction = redaction;
    }

    /** Looks at the next object. */
    void at(RawObject object) throws IOException {
        Optional<KnownFormat> reads = sniffer.formatOf(object);
        isRead |= reads.isPresent();
        Optional<String> companion = reads.isPresent() ? Optional.empty() : sniffer.companion(object);
        if (companion.isPresent()) {
            companions
                    .computeIfAbsent(companion.get(), none -> new ArrayList<>())
                    .add(object.name());
            return;
        }
        Optional<KnownFormat> format = reads.or(sniffer::sole);
        if (format.isEmpty()) {
            unread(object);
        } else {
            isOf(format.get(), object);
        }
        if (format.isPresent() && !report.isFull()) {
            sniffer.read(format.get(), object, (record, reading) -> {
                scores.note(format.get(), reading);
                return report.record(redaction.path(object.name()), record, reading);
            });
            if (reads.isEmpty()) {
                databases.of(object).forEach(out::println);
            }
        }
    }

    private void unread(RawObject object) throws IOException {
        Optional<String> unopened = sniffer.unopened(object);
        out.printf(
                "no dialect reads %s%s%n",
                redaction.path(object.name()), unopened.map(": "::concat).orElse(""));
        if (unopened.isEmpty()) {
            mayBeMapped = true;
            databases.of(object).forEach(out::println);
        }
    }

    /** Only asks which format an object has, so that no other's path takes it; none is shown. Where all have one, it is not asked. */
    void sort(RawObject object) throws IOException {
        if (known.size() > 1) {
            sniffer.formatOf(object).ifPresent(format -> isOf(format, object));
        }
    }

    private void isOf(KnownFormat format, RawObject object) {
        known.computeIfAbsent(format, none -> new ArrayList<>()).add(object.name());
    }

    /**
     * Tells what the objects are; false where none of them can be read.
     *
     * @param objects how many were looked at and what joins that to more, where it were not all
     */
    boolean end(LogFiles files, String objects) {
        companions.forEach((what, names) -> out.printf(
                "%s is %s: it is read with the export and holds no records%s%n",
                redaction.path(names.get(0)),
                what,
                names.size() == 1 ? "" : "; %d more are like it".formatted(names.size() - 1)));
        if (known.isEmpty()) {
            if (!companions.isEmpty()) {
                out.println("Nothing here holds records: name the folder above, where the whole export lies");
            } else if (mayBeMapped) {
                out.println("Dialect mapped reads any JSON, CSV, Parquet or SQLite by a mapping; see --mapping");
            }
            return false;
        }
        out.printf(
                "dialect %s%n", known.keySet().stream().map(KnownFormat::name).collect(Collectors.joining(", ")));
        if (report.isFull() || !objects.isEmpty()) {
            out.printf("a first look, at no more than %s%d records%n", objects, MOST_RECORDS);
        }
        report.print(out);
        if (!isRead) {
            out.println("None of it can be read so");
            return false;
        }
        out.printf("%nTo read it every night, put this under sources in logmill.yaml, right below that line:%n%n");
        out.print(SourceBlock.all(files, known, scores));
        return true;
    }
}
