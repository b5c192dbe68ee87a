package dev.logmill.jobs.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.CurationTables;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.RowIterator;
import dev.logmill.curation.table.Table;
import dev.logmill.curation.vault.HolderKey;
import dev.logmill.curation.vault.Sealed;
import dev.logmill.curation.vault.Vault;
import dev.logmill.jobs.command.IdColumns.OfKey;
import dev.logmill.jobs.command.IdColumns.OfOriginal;
import dev.logmill.jobs.config.LogmillConfig;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Originals that mode {@code sealed} put into the vault, on standard output and nowhere else. */
@Command(
        name = "unseal",
        mixinStandardHelpOptions = true,
        description = "Print the originals of a trace, span, signal or person as they were logged: sensitive.")
final class UnsealCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @ArgGroup(exclusive = true, multiplicity = "1")
    private final AskedId asked = new AskedId();

    private String id = "";

    @Override
    public Integer call() {
        LogmillConfig config = common.configWithVault();
        Lake lake = CommonOptions.lake(config);
        id = asked.of(lake, common);
        List<Sealed> found = rows(lake, CurationTables.VAULT, OfOriginal.class, this::isAsked);
        Set<String> holders = found.stream().map(Sealed::holder).collect(Collectors.toSet());
        List<HolderKey> keys = rows(lake, CurationTables.KEYS, OfKey.class, key -> holders.contains(key.holder()));
        Vault vault = new Vault(config.vault().orElseThrow(), keys);
        long opened = found.stream().filter(original -> print(original, vault)).count();
        if (found.isEmpty()) {
            System.err.printf("logmill: The vault holds no original of %s%n", id);
        }
        common.summarise(
                Json.MAPPER.createObjectNode().put("found", found.size()).put("opened", opened));
        return !found.isEmpty() && opened == found.size() ? 0 : 1;
    }

    private boolean isAsked(OfOriginal original) {
        return original.traceId().filter(id::equals).isPresent()
                || original.rowId().equals(id)
                || original.holder().equals(id);
    }

    private static <R, V> List<R> rows(Lake lake, Table<R> table, Class<V> ids, Predicate<V> wanted) {
        List<R> rows = new ArrayList<>();
        for (DataFile file : lake.state(table).files()) {
            try (RowIterator<R> iterator = lake.iterate(table, file, ids, wanted)) {
                iterator.forEachRemaining(rows::add);
            }
        }
        return rows;
    }

    private static boolean print(Sealed sealed, Vault vault) {
        try {
            ObjectNode line = Json.MAPPER.createObjectNode();
            line.put("table", sealed.keptIn());
            line.put("trace_id", sealed.traceId().orElse(null));
            line.put("row_id", sealed.rowId());
            line.put("holder", sealed.holder());
            line.set("original", Json.parse(vault.original(sealed)));
            System.out.println(line);
            return true;
        } catch (GeneralSecurityException | JsonProcessingException refused) {
            System.err.printf(
                    "logmill: %s of %s cannot be opened: %s%n", sealed.rowId(), sealed.keptIn(), refused.getMessage());
            return false;
        }
    }
}
