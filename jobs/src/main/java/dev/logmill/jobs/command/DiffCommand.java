package dev.logmill.jobs.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.lake.Lake;
import dev.logmill.eval.suite.SuiteDiff;
import dev.logmill.export.ExportTables;
import dev.logmill.export.release.ReleaseRow;
import dev.logmill.jobs.config.LogmillConfig;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * What differs between two versions: of a dataset rows added, removed, moved between splits, and labels that flipped; of a
 * suite cases added, removed and changed.
 */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Compare two versions of a dataset or of a suite, each NAME@VERSION.")
final class DiffCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "A", description = "The older version, NAME@VERSION.")
    @SuppressWarnings("NullAway.Init")
    private String older;

    @Parameters(index = "1", paramLabel = "B", description = "The newer version, NAME@VERSION.")
    @SuppressWarnings("NullAway.Init")
    private String newer;

    @Override
    public Integer call() throws IOException {
        LogmillConfig config = common.config();
        if (PublishedSuite.isOne(config, older) && PublishedSuite.isOne(config, newer)) {
            return suites(config);
        }
        Lake lake = CommonOptions.lake(config);
        Map<String, ReleaseRow> before = rows(lake, older);
        Map<String, ReleaseRow> after = rows(lake, newer);
        ObjectNode summary = Json.MAPPER.createObjectNode();
        ArrayNode added = summary.putArray("added");
        ArrayNode removed = summary.putArray("removed");
        ArrayNode moved = summary.putArray("moved");
        ArrayNode flipped = summary.putArray("flipped");
        after.forEach((id, row) -> {
            ReleaseRow was = before.get(id);
            if (was == null) {
                added.add(id);
            } else {
                if (!was.split().equals(row.split())) {
                    moved.add(id);
                    System.out.printf("moved    %s  %s -> %s%n", id, was.split(), row.split());
                }
                if ((was.probability() < 0.5) != (row.probability() < 0.5)) {
                    flipped.add(id);
                    System.out.printf(
                            Locale.ROOT, "flipped  %s  %.3f -> %.3f%n", id, was.probability(), row.probability());
                }
            }
        });
        before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(removed::add);
        System.out.printf(
                "%d added, %d removed, %d moved between splits, %d labels flipped%n",
                added.size(), removed.size(), moved.size(), flipped.size());
        common.summarise(summary);
        return 0;
    }

    private int suites(LogmillConfig config) throws IOException {
        SuiteDiff diff = SuiteDiff.between(
                PublishedSuite.open(config, older).cases(),
                PublishedSuite.open(config, newer).cases());
        ObjectNode summary = Json.MAPPER.createObjectNode();
        diff.added().forEach(summary.putArray("added")::add);
        diff.removed().forEach(summary.putArray("removed")::add);
        ObjectNode changed = summary.putObject("changed");
        diff.changed().forEach((id, parts) -> {
            parts.forEach(changed.putArray(id)::add);
            System.out.printf("changed  %s  %s%n", id, String.join(", ", parts));
        });
        System.out.printf(
                "%d cases added, %d removed, %d changed%n",
                diff.added().size(), diff.removed().size(), diff.changed().size());
        common.summarise(summary);
        return 0;
    }

    private static Map<String, ReleaseRow> rows(Lake lake, String release) {
        int at = release.indexOf('@');
        if (at < 0) {
            throw new CommandFailure.Usage(
                    "A version is NAME@VERSION, was '%s'; 'logmill releases' lists them".formatted(release));
        }
        Map<String, ReleaseRow> rows = new TreeMap<>();
        lake.scan(lake.state(ExportTables.RELEASE_ROWS), row -> {
            if (row.dataset().equals(release.substring(0, at)) && row.version().equals(release.substring(at + 1))) {
                rows.put(row.exampleId(), row);
            }
        });
        if (rows.isEmpty()) {
            throw new CommandFailure.Usage(
                    "No rows of %s are known; 'logmill releases' lists what was published".formatted(release));
        }
        return rows;
    }
}
