package dev.logmill.curation.pair;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who was ever seen with an input, tonight or before: people and the like, and runs that name nobody, which are counted
 * apart. Of more than make a hub only one more is kept, since that tells enough.
 */
final class Voices {
    private final LeakTies tonight;
    private final Map<String, LeakKey> before;
    private final LeakConfig config;

    Voices(LeakTies tonight, Map<String, LeakKey> before, LeakConfig config) {
        this.tonight = tonight;
        this.before = before;
        this.config = config;
    }

    /** Each once, as 48 bits of a digest, in order, whatever their order was; nobody where a key is no input. */
    List<String> of(int key) {
        TreeSet<String> all = new TreeSet<>();
        tonight.voices(key)
                .mapToObj(voice -> LeakKey.holder(tonight.keys().at(voice).text(), tonight.isNameless(voice)))
                .forEach(all::add);
        @Nullable LeakKey known = before.get(tonight.keys().at(key).text());
        if (known != null) {
            all.addAll(known.holders());
        }
        return Stream.concat(
                        all.stream().filter(voice -> !LeakKey.isRun(voice)).limit(config.hubSubjects() + 1L),
                        all.stream().filter(LeakKey::isRun).limit(config.hubRuns() + 1L))
                .toList();
    }

    /** Whether those who were seen with an input make it a hub. */
    static boolean makeAHub(List<String> voices, LeakConfig config) {
        long runs = voices.stream().filter(LeakKey::isRun).count();
        return runs > config.hubRuns() || voices.size() - runs > config.hubSubjects();
    }

    boolean makeAHub(int input) {
        return makeAHub(of(input), config);
    }
}
