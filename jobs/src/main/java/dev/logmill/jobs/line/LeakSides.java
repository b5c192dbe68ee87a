package dev.logmill.jobs.line;

import dev.logmill.curation.pair.LeakGroups;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.pair.Split;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where each leak group stands by now, whatever it was merged into since its rows were written. */
final class LeakSides implements Serializable {
    private final HashMap<String, String> groups = new HashMap<>();
    private final HashMap<String, Side> sides = new HashMap<>();

    LeakSides(List<Split> splits) {
        Map<String, Split> byAnchor = splits.stream().collect(Collectors.toMap(Split::anchor, split -> split));
        for (Split split : splits) {
            String group = LeakGroups.resolve(split.anchor(), byAnchor);
            Split present = byAnchor.getOrDefault(group, split);
            groups.put(split.anchor(), group);
            sides.put(split.anchor(), present.side());
        }
    }

    /** The present anchor of a group. */
    String group(String anchor) {
        return groups.getOrDefault(anchor, anchor);
    }

    /** The present side of a group; throws where the group was never given one. */
    Side side(String anchor) {
        Side side = sides.get(anchor);
        if (side == null) {
            throw new IllegalStateException("Leak group %s has no side".formatted(anchor));
        }
        return side;
    }
}
