package dev.logmill.export.release;

import dev.logmill.curation.pair.Side;
import dev.logmill.curation.publish.PublishException;
import java.util.HashMap;
import java.util.Map;

/** The last gate before a version: no leak group and no input on two sides. It can only fail where something else did. */
final class LeakCheck {
    private final String dataset;
    private final Map<String, Side> groups = new HashMap<>();
    private final Map<String, Side> inputs = new HashMap<>();

    LeakCheck(String dataset) {
        this.dataset = dataset;
    }

    void add(Member member) {
        check("leak group", groups, member.leakGroup(), member.side());
        check("input", inputs, member.inputId(), member.side());
    }

    private void check(String what, Map<String, Side> sides, String key, Side side) {
        Side before = sides.putIfAbsent(key, side);
        if (before != null && before != side) {
            throw new PublishException("Dataset %s would leak: %s %s is on side %s and on side %s"
                    .formatted(dataset, what, key, before, side));
        }
    }
}
