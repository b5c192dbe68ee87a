package dev.logmill.curation.privacy;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a task still knows of the rows before: a conversation repeats its history in every call, and what was said in it is gone over again
 * only where something new was found meanwhile. Nothing depends on it but time.
 */
final class Recall {
    /** About eight megabytes a task. */
    private static final long MOST_CHARS = 4_000_000;

    /** Values that are looked for in the sessions that are known, all together: about as much again. */
    private static final int MOST_VALUES = 2_000;

    private final RecentTexts<SaidBefore.Outcome> said = new RecentTexts<>(MOST_CHARS);
    private final RecentTexts<Optional<Asked>> asked = new RecentTexts<>(MOST_CHARS / 4);

    /** By scope, the one that was not asked for the longest at the front. */
    private final Map<String, Known> sessions = new LinkedHashMap<>(16, 0.75f, true);

    private int values;
    private long made;

    /**
     * What finds again what was found in a session.
     *
     * @param noted what that is, in the order in which it was found
     * @param number that of no other
     */
    record Known(List<SeenValues.Noted> noted, SeenDetector detector, long number) {}

    /** What finds the values of a scope again: the same as for the row before, where that held the same. */
    Known known(String scope, SeenValues seen) {
        List<SeenValues.Noted> noted = List.copyOf(seen.noted());
        Known before = sessions.get(scope);
        if (before != null && before.noted().equals(noted)) {
            return before;
        }
        Known known = new Known(noted, seen.detector(), ++made);
        sessions.put(scope, known);
        values += weight(known) - (before == null ? 0 : weight(before));
        Iterator<Known> oldest = sessions.values().iterator();
        while (values > MOST_VALUES && sessions.size() > 1) {
            values -= weight(oldest.next());
            oldest.remove();
        }
        return known;
    }

    private static int weight(Known known) {
        return 1 + known.noted().size();
    }

    /** What became of texts of a scope that were gone over for the first time. */
    SaidBefore first(String scope, boolean aliased) {
        return new SaidBefore(said, "0 " + aliased + ' ' + scope);
    }

    /** What became of texts of a scope in which the values of a session are found again. */
    SaidBefore again(String scope, boolean aliased, Known known) {
        return new SaidBefore(said, known.number() + " " + aliased + ' ' + scope);
    }

    /** What a text asks for, see {@link Asked#by}. */
    Optional<Asked> asked(String text, boolean ofPerson) {
        String label = ofPerson ? "person" : "agent";
        Optional<Optional<Asked>> before = asked.of(text, label);
        if (before.isPresent()) {
            return before.get();
        }
        Optional<Asked> asks = Asked.by(text, ofPerson);
        asked.keep(text, label, asks);
        return asks;
    }
}
