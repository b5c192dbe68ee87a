package dev.logmill.jobs.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.preset.Preset;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.jobs.config.ConfigException;
import dev.logmill.jobs.config.ConfigFile;
import dev.logmill.jobs.config.DialectKind;
import dev.logmill.jobs.config.Places;
import dev.logmill.jobs.config.YamlTree;
import dev.logmill.jobs.sniff.KnownFormat;
import dev.logmill.jobs.sniff.Sniff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at logs before any night reads them. Needs no configuration and writes nothing. */
@Command(
        name = "sniff",
        mixinStandardHelpOptions = true,
        description =
                "Look at a file, a folder or a bucket of logs: what it is, and how it would be read. Exit code 1 where none of it can be.")
final class SniffCommand implements Callable<Integer> {
    private static final String UNREACHABLE =
            "%s cannot be reached: %s. Credentials come from the environment (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY) or from the"
                    + " machine's role; an endpoint of your own, and path style, from storage in the file that --config names";

    @Parameters(paramLabel = "PATH", description = "A file, a folder, or a place in a bucket.")
    @SuppressWarnings("NullAway.Init")
    private String path;

    @Option(names = "--json", description = "Print every span as one JSON object a line.")
    private boolean json;

    @Option(names = "--raw", description = "Show text as it is, identifiers and all.")
    private boolean raw;

    @Option(names = "--dialect", paramLabel = "D", description = "Read it in this dialect and no other.")
    private @Nullable String dialect;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "Read it in dialect mapped, by the mapping in FILE.")
    private @Nullable Path mapping;

    @Option(names = "--preset", paramLabel = "NAME", description = "Read it in dialect mapped, by this preset.")
    private @Nullable String preset;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration whose storage tells how to reach a bucket.")
    private @Nullable Path config;

    @Override
    public Integer call() throws IOException {
        Optional<Sniff> sniff = looked(formats());
        if (sniff.isEmpty()) {
            throw new CommandFailure.Usage("PATH must be a file or a folder, '%s' is none".formatted(path));
        }
        if (!json) {
            return sniff.get().text(System.out) ? 0 : 1;
        }
        // What reads the lines finds each reason in them: that nothing could be read is an answer there, and no
        // failure.
        switch (sniff.get().json(System.out)) {
            case READ -> {}
            case REFUSED ->
                System.err.println(
                        "none of it can be read so; each line says why, and sniff without --json what it may be");
            case EMPTY -> System.err.println("there is no record in it to read, and so there are no lines");
        }
        return 0;
    }

    private Optional<Sniff> looked(List<KnownFormat> formats) throws IOException {
        StorageSettings storage = config == null
                ? StorageSettings.defaults()
                : new ConfigFile(config, CommonOptions::environment).readStorage();
        new Places(storage).read("PATH", path).ifPresent(problem -> {
            throw new CommandFailure.Usage(problem);
        });
        try {
            return Sniff.at(hadoop(path), storage, formats, raw);
        } catch (IOException unreachable) {
            if (!path.contains("://")) {
                throw unreachable;
            }
            // Before a byte of a log is read: what a store says of a refusal quotes none.
            throw new CommandFailure(UNREACHABLE.formatted(path, unreachable.getMessage()));
        }
    }

    private static org.apache.hadoop.fs.Path hadoop(String path) {
        return new org.apache.hadoop.fs.Path(
                path.contains("://")
                        ? path
                        : Path.of(path).toAbsolutePath().normalize().toString());
    }

    /** Two that say how to read it are one too many: whoever gave both would look at the other's reading. */
    private void checkOneReading() {
        if (mapping != null && preset != null) {
            throw new CommandFailure.Usage("--mapping and --preset each say how to read it: give one of them");
        }
        boolean mapped = dialect == null || dialect.equals("mapped");
        if (!mapped && (mapping != null || preset != null)) {
            throw new CommandFailure.Usage("--%s is read in dialect mapped, --dialect was '%s': leave one of them out"
                    .formatted(mapping != null ? "mapping" : "preset", dialect));
        }
    }

    private List<KnownFormat> formats() throws IOException {
        checkOneReading();
        if (mapping != null) {
            return List.of(
                    new KnownFormat(DialectKind.MAPPED, Optional.empty(), Optional.of(mapping), mapped(mapping)));
        }
        if (preset != null) {
            return List.of(known(Preset.of(preset)
                    .orElseThrow(() -> new CommandFailure.Usage(
                            "--preset must be one of %s, was '%s'".formatted(Preset.accepted(), preset)))));
        }
        if (dialect != null) {
            DialectKind kind = DialectKind.of(dialect)
                    .orElseThrow(() -> new CommandFailure.Usage(
                            "--dialect must be one of %s, was '%s'".formatted(DialectKind.accepted(), dialect)));
            return kind.alone()
                    .map(alone -> List.of(new KnownFormat(kind, alone)))
                    .orElseThrow(() -> new CommandFailure.Usage(
                            "--dialect %s needs --mapping FILE or --preset NAME".formatted(dialect)));
        }
        List<KnownFormat> formats = new ArrayList<>();
        for (DialectKind kind : DialectKind.values()) {
            kind.alone().ifPresent(alone -> formats.add(new KnownFormat(kind, alone)));
        }
        for (Preset each : Preset.values()) {
            formats.add(known(each));
        }
        return formats;
    }

    private static KnownFormat known(Preset preset) {
        Dialect dialect = preset.dialect(MissingNode.getInstance(), "mapping", "sniff", new ArrayList<>());
        return new KnownFormat(DialectKind.MAPPED, Optional.of(preset), Optional.empty(), dialect);
    }

    private static Dialect mapped(Path file) throws IOException {
        List<String> problems = new ArrayList<>();
        try {
            JsonNode written = YamlTree.of(Files.readString(file));
            Dialect mapped = DialectKind.MAPPED.make(written, "mapping", "sniff", problems);
            if (problems.isEmpty()) {
                return mapped;
            }
        } catch (JsonProcessingException broken) {
            problems.add(YamlTree.problem(broken));
        } catch (IOException absent) {
            throw new CommandFailure.Usage("--mapping must be a file, '%s' cannot be read".formatted(file));
        }
        throw new ConfigException(file.getFileName().toString(), problems);
    }
}
