package dev.logmill.jobs.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.publish.Latest;
import dev.logmill.curation.publish.Manifest;
import dev.logmill.curation.publish.Verification;
import dev.logmill.curation.publish.Withdrawn;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks a version's folder against its manifest. Needs no configuration: whoever got the folder can run it. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = "Check every file of a version.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "DIR", description = "A version's folder.")
    @SuppressWarnings("NullAway.Init")
    private String folder;

    @Override
    public Integer call() throws IOException {
        Path path = new Path(
                java.nio.file.Path.of(folder).toAbsolutePath().normalize().toString());
        FileSystem files = StorageSettings.defaults().fileSystem(path);
        if (!files.exists(path) || !files.getFileStatus(path).isDirectory()) {
            throw new CommandFailure.Usage("DIR must be a version's folder, '%s' is none".formatted(folder));
        }
        if (!files.exists(new Path(path, Manifest.FILE)) && files.exists(new Path(path, Latest.FILE))) {
            throw new CommandFailure.Usage(
                    "DIR must be a version's folder, '%s' holds versions: name one".formatted(folder));
        }
        if (new Withdrawn(files, path).isSo()) {
            throw new CommandFailure(
                    "%s was withdrawn: its rows are gone for good, and %s says why".formatted(folder, Withdrawn.FILE));
        }
        List<String> deviations = Verification.deviations(files, path);
        ObjectNode summary = Json.MAPPER.createObjectNode().put("folder", folder);
        deviations.forEach(summary.putArray("deviations")::add);
        common.summarise(summary);
        if (deviations.isEmpty()) {
            System.out.printf("%s is what its manifest says%n", folder);
            return 0;
        }
        deviations.forEach(System.out::println);
        return 1;
    }
}
