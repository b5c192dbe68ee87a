package dev.logmill.export.release;

import dev.logmill.curation.pair.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The last gate before a version: no leak group, input, run, session or person on two sides. It can only fail where
 * something else did.
 */
final class LeakCheck {
    private static final int SHOWN = 100;

    private final Map<String, Side> groups = new HashMap<>();
    private final Map<String, Side> inputs = new HashMap<>();
    private final Map<String, Side> sources = new HashMap<>();
    private final List<String> leaks = new ArrayList<>();

    void add(Member member) {
        check("leak group ", groups, member.leakGroup(), member.side());
        check("input ", inputs, member.inputId(), member.side());
        member.sources().forEach(source -> check("", sources, source, member.side()));
    }

    /** What is on two sides, in words; the first {@value #SHOWN} of it. */
    List<String> leaks() {
        return List.copyOf(leaks);
    }

    private void check(String what, Map<String, Side> sides, String key, Side side) {
        Side before = sides.putIfAbsent(key, side);
        if (before != null && before != side && leaks.size() < SHOWN) {
            leaks.add("%s%s is on side %s and on side %s".formatted(what, key, before, side));
        }
    }
}
