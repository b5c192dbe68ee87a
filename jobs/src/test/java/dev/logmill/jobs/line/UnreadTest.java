package dev.logmill.jobs.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.lake.Lake;
import dev.logmill.jobs.config.ConfigFile;
import dev.logmill.jobs.config.LogmillConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a night finds unread among very many objects. {@code LOGMILL_MANY_OBJECTS=1000000} looks at so many and prints
 * what it took.
 */
class UnreadTest {
    private static final int OBJECTS = Integer.parseInt(
            Optional.ofNullable(System.getenv("LOGMILL_MANY_OBJECTS")).orElse("3000"));
    private static final LocalDate LAST = ManyObjects.FIRST.plusDays(ManyObjects.DAYS - 1L);

    @TempDir
    Path folder;

    private LogmillConfig config() throws IOException {
        Path yaml = folder.resolve("logmill.yaml");
        Files.writeString(folder.resolve("pseudonym.key"), "0123456789abcdef0123456789abcdef");
        Files.writeString(yaml, """
                sources: [{name: app, path: 'many://raw/{date}/*.jsonl', dialect: openai-log}]
                storage: {fs.many.impl: %s, fs.many.a-day: '%d'}
                """.formatted(ManyObjects.class.getName(), OBJECTS / ManyObjects.DAYS));
        return new ConfigFile(yaml, name -> Optional.empty()).read();
    }

    @Test
    void onlyWhatTheLedgerDoesNotKnowAsItIsNow() throws IOException {
        LogmillConfig config = config();
        Lake lake = new Lake(config.lake(), config.storage());
        List<RawObject> all = timed("of which none was read", () -> objects(config, lake, LAST));
        assertThat(all).hasSize(OBJECTS).isSortedAccordingTo(RawObject.ORDER);
        int step = OBJECTS / 10;
        lake.append(
                CurationTables.LEDGER,
                Stream.iterate(0, i -> i < all.size(), i -> i + 1)
                        .filter(i -> i % step != 0)
                        .map(i -> read(
                                config,
                                all.get(i),
                                i % step == 1 ? "another etag" : all.get(i).etag()))
                        .toList());
        List<RawObject> unread = timed("of which nearly all were read", () -> objects(config, lake, LAST));
        assertThat(unread)
                .containsExactlyElementsOf(Stream.iterate(0, i -> i < all.size(), i -> i + 1)
                        .filter(i -> i % step <= 1)
                        .map(all::get)
                        .toList());
    }

    @Test
    void nothingOfDaysToComeIsTaken() throws IOException {
        LogmillConfig config = config();
        Lake lake = new Lake(config.lake(), config.storage());
        assertThat(objects(config, lake, ManyObjects.FIRST.plusDays(9)))
                .hasSize(OBJECTS / ManyObjects.DAYS * 10)
                .allMatch(object -> !object.date().orElseThrow().isAfter(ManyObjects.FIRST.plusDays(9)));
    }

    private static List<RawObject> objects(LogmillConfig config, Lake lake, LocalDate asOf) {
        return Unread.objects(config, lake, asOf).stream()
                .map(UnreadObject::object)
                .toList();
    }

    private static LedgerEntry read(LogmillConfig config, RawObject object, String etag) {
        return new LedgerEntry(
                object.source(),
                object.name(),
                config.objectNames().get(object.source()).key(object),
                etag,
                object.bytes(),
                object.date(),
                1,
                1,
                0,
                0,
                0,
                "",
                LAST,
                Instant.EPOCH,
                1);
    }

    private interface Work {
        List<RawObject> run();
    }

    private static List<RawObject> timed(String what, Work work) {
        Instant begun = Instant.now();
        List<RawObject> found = work.run();
        System.out.printf(
                "%d objects, %s: %d unread, listed in %d ms, %d MB of heap in use%n",
                OBJECTS,
                what,
                found.size(),
                Duration.between(begun, Instant.now()).toMillis(),
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
        return found;
    }
}
