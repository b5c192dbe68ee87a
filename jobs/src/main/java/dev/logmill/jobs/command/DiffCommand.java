package dev.logmill.jobs.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.CurationTables;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.lake.Lake;
import dev.logmill.eval.suite.SuiteDiff;
import dev.logmill.export.ExportTables;
import dev.logmill.export.release.Release;
import dev.logmill.export.release.ReleaseDiff;
import dev.logmill.export.release.ReleaseRow;
import dev.logmill.jobs.command.KnownVersions.Version;
import dev.logmill.jobs.config.LogmillConfig;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
        description = "Compare two versions of a dataset or of a suite.")
final class DiffCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(
            index = "0",
            paramLabel = "A",
            description =
                    "The older version: NAME@VERSION, or NAME for the latest; suites/NAME where a dataset has the name"
                            + " too.")
    @SuppressWarnings("NullAway.Init")
    private String older;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "B",
            description =
                    "The newer version, likewise. Without it A is compared with its latest, and NAME alone is the one"
                            + " before that.")
    private @Nullable String newer;

    @Override
    public Integer call() throws IOException {
        LogmillConfig config = common.config();
        Lake lake = CommonOptions.lake(config);
        KnownVersions known = new KnownVersions(config, lake);
        boolean latest = older.indexOf('@') < 0;
        Version a = known.meant(older, newer == null && latest ? 1 : 0);
        Version b = known.meant(newer == null ? a.product() + "/" + a.name() : newer, 0);
        if (a.isSuite() != b.isSuite()) {
            throw new CommandFailure.Usage(
                    "A and B must both be versions of datasets, or both of suites; %s is of %s, and %s of %s"
                            .formatted(a, a.product(), b, b.product()));
        }
        if (latest || newer == null || newer.indexOf('@') < 0) {
            System.err.printf("%s: %s to %s%n", a.product(), a, b);
        }
        return a.isSuite() ? suites(config, a, b) : datasets(lake, a, b);
    }

    private int datasets(Lake lake, Version a, Version b) {
        Collection<ReleaseRow> before = rows(lake, a);
        Collection<ReleaseRow> after = rows(lake, b);
        ReleaseDiff diff =
                ReleaseDiff.between(before, after, probabilities(lake, before, b), probabilities(lake, after, a));
        ObjectNode summary = Json.MAPPER.createObjectNode();
        ArrayNode moved = summary.putArray("moved");
        diff.moved().forEach((id, move) -> {
            moved.add(id);
            System.out.printf("moved    %s  %s -> %s%n", id, move.earlier(), move.later());
        });
        ArrayNode flipped = summary.putArray("flipped");
        diff.flipped().forEach((id, flip) -> {
            flipped.add(id);
            System.out.printf(Locale.ROOT, "flipped  %s  %.3f -> %.3f%n", id, flip.earlier(), flip.later());
        });
        named(summary, "added", diff.added());
        named(summary, "removed", diff.removed());
        System.out.printf(
                "%d added, %d removed, %d moved between splits, %d labels flipped%n",
                diff.added().size(),
                diff.removed().size(),
                diff.moved().size(),
                diff.flipped().size());
        common.summarise(summary);
        return 0;
    }

    private static void named(ObjectNode summary, String what, List<String> ids) {
        ids.forEach(summary.putArray(what)::add);
        ids.forEach(id -> System.out.printf("%-8s %s%n", what, id));
    }

    /** As much of a label as a diff goes by. */
    record Opinion(String pairId, LocalDate asOf, double probability) {}

    /** What was known of the pairs of these rows as of a version: why those that it lacks are not in it. */
    private static Map<String, Double> probabilities(Lake lake, Collection<ReleaseRow> rows, Version known) {
        LocalDate night = lake.rows(ExportTables.RELEASES).stream()
                .filter(release -> release.dataset().equals(known.name())
                        && release.version().equals(known.version()))
                .map(Release::night)
                .findFirst()
                .orElseThrow();
        Set<String> origins = rows.stream().map(ReleaseRow::origin).collect(Collectors.toSet());
        Map<String, Opinion> latest = new HashMap<>();
        lake.scan(CurationTables.LABELS, lake.state(CurationTables.LABELS).files(), Opinion.class, label -> {
            if (origins.contains(label.pairId()) && !label.asOf().isAfter(night)) {
                latest.merge(label.pairId(), label, (a, b) -> a.asOf().isAfter(b.asOf()) ? a : b);
            }
        });
        Map<String, Double> probabilities = new HashMap<>();
        latest.forEach((pair, label) -> probabilities.put(pair, label.probability()));
        return probabilities;
    }

    private int suites(LogmillConfig config, Version a, Version b) throws IOException {
        SuiteDiff diff = SuiteDiff.between(
                PublishedSuite.open(config, a.toString()).cases(),
                PublishedSuite.open(config, b.toString()).cases());
        ObjectNode summary = Json.MAPPER.createObjectNode();
        ObjectNode changed = summary.putObject("changed");
        diff.changed().forEach((id, parts) -> {
            parts.forEach(changed.putArray(id)::add);
            System.out.printf("changed  %s  %s%n", id, String.join(", ", parts));
        });
        named(summary, "added", diff.added());
        named(summary, "removed", diff.removed());
        System.out.printf(
                "%d cases added, %d removed, %d changed%n",
                diff.added().size(), diff.removed().size(), diff.changed().size());
        common.summarise(summary);
        return 0;
    }

    private static Collection<ReleaseRow> rows(Lake lake, Version release) {
        List<ReleaseRow> rows = new ArrayList<>();
        lake.scan(lake.state(ExportTables.RELEASE_ROWS), row -> {
            if (row.dataset().equals(release.name()) && row.version().equals(release.version())) {
                rows.add(row);
            }
        });
        return rows;
    }
}
