package dev.logmill.jobs.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.CurationTables;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.RowIterator;
import dev.logmill.curation.table.Column;
import dev.logmill.curation.table.ColumnType;
import dev.logmill.curation.table.RecordShape;
import dev.logmill.curation.table.Table;
import dev.logmill.eval.run.Trial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Where an id stands: every row of every table that carries it, and then the rows of the pairs and runs that these name.
 * So a trace leads to its pairs, their labels and the examples made of them, and an example back to where it came from; a
 * case and a trial lead to what models answered, beside the right answer and with what the graders say. What was said in a row
 * stands under it, on the screen alone: a summary outlives what is erased.
 */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Follow a trace, span, run, pair, case, trial or example id, or a person, through every table.")
final class ExplainCommand implements Callable<Integer> {
    /** Columns that name a pair or a run, by which one table leads to another. */
    private static final Set<String> LINKS =
            Set.of("pair_id", "origin", "subject_row", "rejected_pair_id", "chosen_pair_id", "run_id");

    /** What made a preference is no row of any table: two of one origin have nothing to do with each other. */
    private static final String OF_PREFERENCES = "origin";

    /** The originals of table {@code vault} and the keys of table {@code keys}: sealed or not, they belong on no screen. */
    private static final Set<String> LOCKED = Set.of("sealed", "wrapped");

    /** The column that {@link RowTexts} shows. */
    private static final String SAID = "text";

    private static final int LONGEST_FACT = 100;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @ArgGroup(exclusive = true, multiplicity = "1")
    private final AskedId asked = new AskedId();

    private String id = "";

    @Option(
            names = "--full",
            description = "Print every message whole, instead of the beginning of what was asked last and answered.")
    private boolean full;

    private final Set<String> printed = new TreeSet<>();
    private final ArrayNode found = Json.MAPPER.createArrayNode();
    private final List<Trial> trials = new ArrayList<>();

    @Override
    public Integer call() {
        Lake lake = CommonOptions.lake(common.config());
        id = asked.of(lake, common);
        Set<String> linked = new HashSet<>();
        Set<String> tables = new TreeSet<>();
        for (Table<?> table : AllTables.LIST) {
            scan(lake, table, facts -> facts.values().stream().anyMatch(this::isAsked), facts -> {
                tables.add(table.name());
                links(table, facts).filter(link -> !isAsked(link)).forEach(linked::add);
            });
        }
        if (tables.isEmpty()) {
            System.out.printf("No row of any table carries %s%n", id);
        }
        for (Table<?> table : linked.isEmpty() ? Set.<Table<?>>of() : AllTables.LIST) {
            // A pair that other traces produced as well leads to none of them.
            if (!(table.name().equals("provenance") && tables.contains("provenance"))) {
                scan(lake, table, facts -> links(table, facts).anyMatch(linked::contains), none -> {});
            }
        }
        GradedAnswers.of(lake, trials).forEach(System.out::println);
        ObjectNode summary = Json.MAPPER.createObjectNode();
        summary.set("rows", found);
        common.summarise(summary);
        return tables.isEmpty() ? 1 : 0;
    }

    /** What a row names in other tables. */
    private static Stream<String> links(Table<?> table, Map<String, String> facts) {
        boolean preference = table.name().equals(CurationTables.PREFERENCES.name());
        return LINKS.stream()
                .filter(link -> !(preference && link.equals(OF_PREFERENCES)))
                .flatMap(link -> Optional.ofNullable(facts.get(link)).stream());
    }

    private boolean isAsked(String fact) {
        return fact.equals(id) || fact.startsWith(id + "/");
    }

    private interface Wanted {
        boolean test(Map<String, String> facts);
    }

    private interface Sink {
        void take(Map<String, String> facts);
    }

    private <R> void scan(Lake lake, Table<R> table, Wanted wanted, Sink sink) {
        scan(lake, table, IdColumns.of(table), wanted, sink);
    }

    /** Reads whole rows only where their ids are wanted. */
    private <R, V> void scan(Lake lake, Table<R> table, Class<V> ids, Wanted wanted, Sink sink) {
        RecordShape<V> seen = table.view(ids);
        for (DataFile file : lake.state(table).files()) {
            try (RowIterator<R> rows = lake.iterate(table, file, ids, row -> wanted.test(facts(seen, row)))) {
                rows.forEachRemaining(row -> {
                    if (row instanceof Trial trial) {
                        trials.add(trial);
                    }
                    Map<String, String> facts = facts(table.shape(), row);
                    print(table.name(), facts, RowTexts.of(row, full));
                    sink.take(facts);
                });
            }
        }
    }

    private void print(String table, Map<String, String> facts, List<String> texts) {
        String row = facts.entrySet().stream()
                .filter(fact -> fact.getValue().length() <= LONGEST_FACT)
                .filter(fact ->
                        !LOCKED.contains(fact.getKey()) && !fact.getKey().equals(SAID))
                .map(fact -> fact.getKey() + "=" + ShownText.whole(fact.getValue()))
                .collect(Collectors.joining(" "));
        if (printed.add(table + ": " + row)) {
            System.out.printf("%s: %s%n", table, row);
            // A run and the pair of it say the same.
            if (printed.add(String.join("\n", texts))) {
                texts.forEach(System.out::println);
            }
            found.addObject().put("table", table).put("row", row);
        }
    }

    /** The plain values of a row by their columns. */
    private static Map<String, String> facts(RecordShape<?> shape, Object row) {
        Map<String, String> facts = new LinkedHashMap<>();
        int i = 0;
        for (Column column : shape.columns()) {
            Object value = shape.value(row, i++);
            Object plain = value instanceof Optional<?> optional
                    ? optional.map(Object.class::cast).orElse("")
                    : value;
            if (column.type() instanceof ColumnType.Scalar && !plain.toString().isEmpty()) {
                facts.put(column.name(), plain.toString());
            }
        }
        return facts;
    }
}
