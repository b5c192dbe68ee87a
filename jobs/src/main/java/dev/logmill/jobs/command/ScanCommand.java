package dev.logmill.jobs.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.jobs.scan.Planted;
import dev.logmill.jobs.scan.Scan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether anything that was planted in logs is found again in what was made of them. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "Look for planted identities in every byte under some folders; exit 1 where one is found.")
final class ScanCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--planted",
            required = true,
            paramLabel = "FILE",
            description =
                    "JSON Lines, {\"place\": ..., \"kind\": ..., \"value\": ...} each: the value to look for, and in your words what it is and"
                            + " where it was put; as 'logmill simulate --canaries' leaves in RAW.truth/canaries.jsonl.")
    @SuppressWarnings("NullAway.Init")
    private Path planted;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Folders or files to look through.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> places;

    @Override
    public Integer call() throws IOException {
        List<Planted> wanted = wanted();
        Scan scan = new Scan(wanted);
        for (Path place : places) {
            if (!Files.exists(place)) {
                throw new CommandFailure.Usage("PATH must be a folder or a file, was '%s'".formatted(place));
            }
            scan.through(place);
        }
        ArrayNode found = Json.MAPPER.createArrayNode();
        scan.found().forEach((one, files) -> {
            System.out.printf("found: %s (%s) in %s%n", one.place(), one.kind(), files);
            ObjectNode row = found.addObject().put("place", one.place()).put("kind", one.kind());
            ArrayNode names = row.putArray("files");
            files.forEach(file -> names.add(file.toString()));
        });
        scan.unreadable().forEach(file -> System.out.printf("cannot be unpacked: %s%n", file));
        System.out.printf(
                "scan: %d planted values, %d files, %.1f MB: %d found%n",
                wanted.size(), scan.files(), scan.bytes() / 1e6, scan.found().size());
        ObjectNode summary = Json.MAPPER.createObjectNode();
        summary.put("planted", wanted.size()).put("files", scan.files()).put("bytes", scan.bytes());
        summary.set("found", found);
        common.summarise(summary);
        return scan.found().isEmpty() && scan.unreadable().isEmpty() ? 0 : 1;
    }

    private List<Planted> wanted() {
        try {
            List<Planted> wanted = Planted.in(planted);
            if (!wanted.isEmpty()) {
                return wanted;
            }
        } catch (IOException refused) {
            throw new CommandFailure.Usage("--planted: %s".formatted(refused.getMessage()));
        }
        throw new CommandFailure.Usage("--planted: %s is empty; a line names a value to look for".formatted(planted));
    }
}
