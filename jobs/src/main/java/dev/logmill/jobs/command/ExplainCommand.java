package dev.logmill.jobs.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.table.Column;
import dev.logmill.curation.table.ColumnType;
import dev.logmill.curation.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Where an id stands: every row of every table that carries it. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Follow a trace, span, run, pair or case id through every table.")
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "ID", description = "The id.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Override
    public Integer call() {
        Lake lake = CommonOptions.lake(common.config());
        ArrayNode found = Json.MAPPER.createArrayNode();
        for (Table<?> table : AllTables.LIST) {
            rows(lake, table, found);
        }
        common.summarise(Json.MAPPER.createObjectNode().set("rows", found));
        if (found.isEmpty()) {
            System.out.printf("No row of any table carries %s%n", id);
            return 1;
        }
        return 0;
    }

    private <R> void rows(Lake lake, Table<R> table, ArrayNode found) {
        lake.scan(lake.state(table), row -> {
            List<String> facts = new ArrayList<>();
            boolean carries = false;
            List<Column> columns = table.shape().columns();
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).type() instanceof ColumnType.Scalar) {
                    Object value = table.shape().value(row, i);
                    Object plain = value instanceof Optional<?> optional
                            ? optional.map(Object.class::cast).orElse("")
                            : value;
                    String text = plain.toString();
                    carries |= text.equals(id) || text.startsWith(id + "/");
                    if (!text.isEmpty() && text.length() <= 100) {
                        facts.add(columns.get(i).name() + "=" + text);
                    }
                }
            }
            if (carries) {
                System.out.printf("%s: %s%n", table.name(), String.join(" ", facts));
                found.addObject().put("table", table.name()).put("row", String.join(" ", facts));
            }
        });
    }
}
