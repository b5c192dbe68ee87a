package dev.logmill.jobs.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.publish.Latest;
import dev.logmill.curation.publish.Shelf;
import dev.logmill.jobs.config.LogmillConfig;
import dev.logmill.jobs.line.Shelves;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What was published. */
@Command(name = "releases", mixinStandardHelpOptions = true, description = "Every published version.")
final class ReleasesCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        LogmillConfig config = common.config();
        ArrayNode summary = Json.MAPPER.createArrayNode();
        for (String product : List.of("suites", "datasets")) {
            for (Shelf shelf : Shelves.all(config, product)) {
                Optional<String> latest = shelf.latest().map(Latest::version);
                for (String version : shelf.withdrawals().versions()) {
                    System.out.printf("%-8s %-24s %s  withdrawn%n", product, shelf.name(), version);
                    summary.addObject()
                            .put("product", product)
                            .put("name", shelf.name())
                            .put("version", version)
                            .put("withdrawn", true);
                }
                for (String version : shelf.versions()) {
                    boolean isLatest = latest.filter(version::equals).isPresent();
                    System.out.printf(
                            "%-8s %-24s %s%s  %s%n",
                            product,
                            shelf.name(),
                            version,
                            isLatest ? "  latest" : "",
                            shelf.manifest(version).counts());
                    ObjectNode entry =
                            summary.addObject().put("product", product).put("name", shelf.name());
                    entry.put("version", version).put("latest", isLatest);
                    entry.put("manifest", "sha256:" + shelf.manifest(version).digest());
                }
            }
        }
        ObjectNode told = Json.MAPPER.createObjectNode();
        told.set("releases", summary);
        common.summarise(told);
        return 0;
    }
}
