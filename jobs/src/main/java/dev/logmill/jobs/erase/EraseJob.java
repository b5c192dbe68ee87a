package dev.logmill.jobs.erase;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.erase.Tombstone;
import dev.logmill.curation.erase.Tombstones;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.publish.Withdrawal;
import dev.logmill.curation.table.Table;
import dev.logmill.eval.EvalTables;
import dev.logmill.export.ExportTables;
import dev.logmill.jobs.line.Done;
import dev.logmill.jobs.line.Job;
import dev.logmill.jobs.line.Line;
import dev.logmill.jobs.line.Night;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes a person out of every table: the rows that name the person, all of the traces these are of, and what was made of them and
 * of nobody else's. Writes down, as digests, what no log may bring back, and which published versions must go; {@link WithdrawJob}
 * removes these once others were published in their place.
 */
public final class EraseJob implements Job {
    /** All but the trials: evaluations add to these as they go, so no job says how it left them. */
    private static final List<Table<?>> WRITES = List.of(
            CurationTables.TOMBSTONES,
            CurationTables.WITHDRAWALS,
            CurationTables.SPANS,
            CurationTables.SIGNALS,
            CurationTables.VAULT,
            CurationTables.KEYS,
            CurationTables.RUNS,
            CurationTables.PROVENANCE,
            CurationTables.FORMER_EDGES,
            CurationTables.REJECTIONS,
            CurationTables.PAIRS,
            CurationTables.LABELS,
            CurationTables.PREFERENCES,
            CurationTables.LEAK_KEYS,
            EvalTables.CASES,
            ExportTables.RELEASE_ROWS);

    private final String person;

    /**
     * @param person the pseudonym that the tables have
     */
    public EraseJob(String person) {
        this.person = person;
    }

    @Override
    public String name() {
        return Line.ERASE;
    }

    @Override
    public List<Table<?>> writes() {
        return WRITES;
    }

    @Override
    public Optional<Work> prepare(Night night) {
        Set<String> reach = Reach.of(night, person);
        return reach.isEmpty() ? Optional.empty() : Optional.of(() -> erase(night, reach));
    }

    private Done erase(Night night, Set<String> reach) {
        Tombstones erased = Tombstones.of(reach);
        Products products = Products.of(night, erased);
        HeldVersions versions = new HeldVersions(night, erased, products);
        List<Withdrawal> held = versions.find();
        bury(night, reach);
        withdraw(night.lake(), held);
        Map<String, Long> counts = new Rows(night, erased, products, versions.cases(), person).takeOut();
        counts.put("versions-to-withdraw", (long) held.size());
        return Done.of(counts, Map.of());
    }

    private static void bury(Night night, Set<String> reach) {
        Set<String> digests = new HashSet<>(reach);
        night.lake().rows(CurationTables.TOMBSTONES).forEach(known -> digests.remove(known.tombstone()));
        List<Tombstone> tombstones = digests.stream()
                .sorted()
                .map(digest -> new Tombstone(digest, night.asOf(), night.batch()))
                .toList();
        if (!tombstones.isEmpty()) {
            night.lake().append(CurationTables.TOMBSTONES, tombstones);
        }
    }

    /** A version that an earlier erasure asked for is not asked for again. */
    private static void withdraw(Lake lake, List<Withdrawal> held) {
        Map<String, Withdrawal> asked = new TreeMap<>();
        held.forEach(one -> asked.put(one.product() + "/" + one.name() + "/" + one.version(), one));
        lake.rows(CurationTables.WITHDRAWALS)
                .forEach(known -> asked.remove(known.product() + "/" + known.name() + "/" + known.version()));
        if (!asked.isEmpty()) {
            lake.append(CurationTables.WITHDRAWALS, List.copyOf(asked.values()));
        }
    }
}
