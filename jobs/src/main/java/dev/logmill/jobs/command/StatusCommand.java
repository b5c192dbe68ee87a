package dev.logmill.jobs.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.TableState;
import dev.logmill.curation.night.Journal;
import dev.logmill.curation.night.LakeLock;
import dev.logmill.curation.table.Table;
import dev.logmill.jobs.config.LogmillConfig;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What the lake holds, and how far each job has come. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "Rows by table, nights by job.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        LogmillConfig config = common.config();
        Lake lake = CommonOptions.lake(config);
        ObjectNode summary = Json.MAPPER.createObjectNode();
        ObjectNode tables = summary.putObject("tables");
        for (Table<?> table : AllTables.LIST) {
            TableState<?> state = lake.state(table);
            tables.put(table.name(), state.rows());
            System.out.printf("%-12s %10d rows  %s%n", table.name(), state.rows(), table.comment());
        }
        Journal journal = new Journal(lake);
        ObjectNode jobs = summary.putObject("jobs");
        journal.progress().forEach((job, progress) -> {
            jobs.putObject(job).put("as_of", progress.asOf().toString()).put("batch", progress.batch());
            System.out.printf("%-12s done through %s%n", job, progress.asOf());
        });
        Optional<String> holder = LakeLock.holder(lake);
        journal.unfinished()
                .ifPresent(open -> System.out.printf(
                        "%-12s of %s %s%n",
                        open.job(),
                        open.asOf(),
                        holder.isPresent() ? "is at work" : "was left half-way; the next run undoes it"));
        holder.ifPresent(process -> System.out.printf("at work now: %s%n", process));
        common.summarise(summary);
        return 0;
    }
}
