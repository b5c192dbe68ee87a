package dev.logmill.curation.night;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.logmill.curation.lake.AtomicFile;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.lake.LogFolder;
import dev.logmill.curation.table.Table;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;

/**
 * The journal of a lake: which job is under way, and how far each has come.
 *
 * <p>Delta commits one table at a time; a job writes several. So a job is opened before its first write, with the
 * version of every table that it may touch, and closed by one atomic replacement of this file, which at once moves its
 * progress. A job that was stopped in between is still open: whoever comes next undoes it, table by table, and the job
 * starts again from where it stood. A second run therefore sees what the first one saw, and leaves what it would have
 * left.
 *
 * <p>It also keeps the version at which jobs left each table, so that {@link LeftTables} finds what others did to one.
 */
public final class Journal {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final String LEFT = "tables";

    private final Lake lake;
    private final AtomicFile file;

    public Journal(Lake lake) {
        this.lake = lake;
        Path path = new Path(new Path(lake.root(), "_logmill"), "journal.json");
        try {
            this.file = new AtomicFile(lake.storage().fileSystem(path), path);
        } catch (IOException unreachable) {
            throw new LakeException("The lake's storage cannot be reached", unreachable);
        }
    }

    /** The job that was opened and never closed. */
    public Optional<OpenJob> unfinished() {
        return open(read());
    }

    /** How far a job has come; nothing where it never finished. */
    public Optional<Progress> progress(String job) {
        return Optional.ofNullable(done(read()).get(job));
    }

    /** Progress of every job that ever finished. */
    public Map<String, Progress> progress() {
        return done(read());
    }

    /** Whether any job ever began here. */
    public boolean exists() {
        try {
            return file.read().isPresent();
        } catch (IOException broken) {
            throw new LakeException("The lake's journal could not be read", broken);
        }
    }

    /** The version at which each table was left; nothing of a table that no job has written since this is kept. */
    public Map<String, Long> left() {
        return left(read());
    }

    /** Opens a job: from here on its writes can be undone. */
    public OpenJob open(String job, LocalDate asOf, Collection<Table<?>> writes) {
        Map<String, Long> versions = new TreeMap<>();
        writes.forEach(table -> versions.put(table.name(), lake.state(table).version()));
        OpenJob open = new OpenJob(job, asOf, versions, new TreeSet<>());
        JsonNode journal = read();
        write(Optional.of(open), done(journal), left(journal));
        return open;
    }

    /** Notes that the job under way is about to show a version: what is not noted is never withdrawn. */
    public void shows(ShownVersion version) {
        JsonNode journal = read();
        OpenJob open = open(journal).orElseThrow(() -> new IllegalStateException("No job is under way"));
        write(Optional.of(open.showing(version)), done(journal), left(journal));
    }

    /** Closes a job and moves its progress, in one step. */
    public void close(OpenJob open, Progress progress) {
        JsonNode journal = read();
        Map<String, Progress> done = done(journal);
        done.put(open.job(), progress);
        write(Optional.empty(), done, leftBy(open, journal));
    }

    /** Brings every table back to where it was before a job that was never closed. The job stays open. */
    public void restore(OpenJob open, List<Table<?>> known) {
        for (Table<?> table : known) {
            Long version = open.versions().get(table.name());
            if (version != null) {
                lake.restore(table, version);
            }
        }
    }

    /** Forgets a job of which nothing is left, in one step: only now is it undone. */
    public void forget(OpenJob open) {
        JsonNode journal = read();
        write(Optional.empty(), done(journal), leftBy(open, journal));
    }

    private Map<String, Long> leftBy(OpenJob open, JsonNode journal) {
        Map<String, Long> left = left(journal);
        open.versions().keySet().forEach(table -> left.put(table, new LogFolder(lake, table).version()));
        return left;
    }

    private static Optional<OpenJob> open(JsonNode journal) {
        JsonNode open = journal.path("open");
        return open.isObject() ? Optional.of(MAPPER.convertValue(open, OpenJob.class)) : Optional.empty();
    }

    private static Map<String, Progress> done(JsonNode journal) {
        Map<String, Progress> done = new TreeMap<>();
        journal.path("done")
                .properties()
                .forEach(job -> done.put(job.getKey(), MAPPER.convertValue(job.getValue(), Progress.class)));
        return done;
    }

    private static Map<String, Long> left(JsonNode journal) {
        Map<String, Long> left = new TreeMap<>();
        journal.path(LEFT)
                .properties()
                .forEach(table -> left.put(table.getKey(), table.getValue().asLong()));
        return left;
    }

    private JsonNode read() {
        try {
            Optional<byte[]> content = file.read();
            JsonNode journal = content.isEmpty() ? MAPPER.createObjectNode() : MAPPER.readTree(content.get());
            if (!journal.isObject()) {
                throw damaged();
            }
            return journal;
        } catch (JsonProcessingException damaged) {
            throw damaged();
        } catch (IOException broken) {
            throw new LakeException("The lake's journal could not be read", broken);
        }
    }

    /** Without it nobody knows what is done already: to go on would do it twice. */
    private LakeException damaged() {
        return new LakeException(
                "The journal of the lake %s, _logmill/journal.json, is empty or damaged; bring it back from a copy"
                        .formatted(lake.root()));
    }

    private void write(Optional<OpenJob> open, Map<String, Progress> done, Map<String, Long> left) {
        var journal = MAPPER.createObjectNode();
        open.ifPresent(job -> journal.set("open", MAPPER.valueToTree(job)));
        journal.set("done", MAPPER.valueToTree(done));
        journal.set(LEFT, MAPPER.valueToTree(left));
        try {
            file.replace(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(journal));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The journal is plain data", impossible);
        } catch (IOException broken) {
            throw new LakeException("The lake's journal could not be written", broken);
        }
    }
}
