package dev.logmill.jobs.erase;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.publish.Shelf;
import dev.logmill.curation.publish.Withdrawal;
import dev.logmill.curation.table.Table;
import dev.logmill.jobs.line.Done;
import dev.logmill.jobs.line.Job;
import dev.logmill.jobs.line.Night;
import dev.logmill.jobs.line.Shelves;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Removes the rows of published versions that must go, once others stand in their place. Nothing of it is ever undone: stopped
 * half-way, it goes on where it was.
 */
public final class WithdrawJob implements Job {
    public static final String NAME = "withdraw";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Table<?>> writes() {
        return List.of();
    }

    /** Looks again at every version that was ever to go: what was stopped half-way then leaves what it would have left. */
    @Override
    public Optional<Work> prepare(Night night) {
        List<Withdrawal> asked = night.lake().rows(CurationTables.WITHDRAWALS);
        return asked.isEmpty() ? Optional.empty() : Optional.of(() -> withdraw(night, asked));
    }

    private static Done withdraw(Night night, List<Withdrawal> asked) {
        List<String> warnings = new ArrayList<>();
        Map<String, List<Withdrawal>> pending = asked.stream()
                .filter(one -> shelf(night, one).withdrawals().isToDo(one.version()))
                .collect(Collectors.groupingBy(
                        one -> one.product() + "/" + one.name(), TreeMap::new, Collectors.toList()));
        pending.forEach((name, versions) -> {
            Shelf shelf = shelf(night, versions.get(0));
            shelf.withdrawals().carryOut(versions);
            if (shelf.latest().isEmpty()) {
                warnings.add("%s: no version is left".formatted(name));
            }
        });
        long count = pending.values().stream().mapToLong(List::size).sum();
        return Done.of(Map.of("versions", count), Map.of()).warned(warnings).withoutEffect();
    }

    private static Shelf shelf(Night night, Withdrawal one) {
        return Shelves.of(night.config(), one.product(), one.name());
    }
}
