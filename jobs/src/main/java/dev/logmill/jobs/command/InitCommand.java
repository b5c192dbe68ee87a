package dev.logmill.jobs.command;

import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A folder to begin in. What is there already is never overwritten. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description =
                "Make a folder with logmill.yaml, raw, lake, published, and keys for pseudonyms and for the vault.")
final class InitCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "DIR", description = "The folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        Path config = folder.resolve("logmill.yaml");
        try {
            if (Files.exists(config)) {
                return completed(config);
            }
            make(folder);
        } catch (FileSystemException refused) {
            throw new CommandFailure.Usage("DIR must be a folder that can be written to, was '%s'".formatted(folder));
        }
        System.out.printf(
                "Made %s. Name your logs under 'sources', then: logmill nightly --as-of DATE --config %s%n",
                folder, config);
        common.summarise(Json.MAPPER.createObjectNode().put("config", config.toString()));
        return 0;
    }

    /** What a folder lacks of its keys; a lake refuses one that it was not made with. */
    private Integer completed(Path config) throws IOException {
        List<Path> made = makeKeys(folder);
        if (made.isEmpty()) {
            throw new CommandFailure("%s is there already; nothing was changed".formatted(config));
        }
        made.forEach(key -> System.out.printf("Made %s; %s stays as it was%n", key, config));
        common.summarise(Json.MAPPER.createObjectNode().put("config", config.toString()));
        return 0;
    }

    static void make(Path folder) throws IOException {
        for (String part : new String[] {"raw", "lake", "published"}) {
            Files.createDirectories(folder.resolve(part));
        }
        makeKeys(folder);
        try (InputStream template = InitCommand.class.getResourceAsStream("/dev/logmill/jobs/logmill.yaml")) {
            Files.write(
                    folder.resolve("logmill.yaml"),
                    Objects.requireNonNull(template).readAllBytes());
        }
    }

    private static List<Path> makeKeys(Path folder) throws IOException {
        List<Path> made = new ArrayList<>();
        for (String name : new String[] {"pseudonym.key", "vault.key"}) {
            Path key = folder.resolve(name);
            if (!Files.exists(key)) {
                writeKey(key);
                made.add(key);
            }
        }
        return made;
    }

    /** Readable by its owner alone, where the file system knows of owners. */
    private static void writeKey(Path file) throws IOException {
        boolean owned = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] permissions = owned
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(file, permissions);
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Files.writeString(file, HexFormat.of().formatHex(key) + "\n");
    }
}
