package dev.logmill.curation.pair;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who was ever seen with an input, tonight or before; of more than make a hub only one more, since that tells enough. */
final class Voices {
    private final LeakTies tonight;
    private final Map<String, LeakKey> before;
    private final int hubSubjects;

    Voices(LeakTies tonight, Map<String, LeakKey> before, int hubSubjects) {
        this.tonight = tonight;
        this.before = before;
        this.hubSubjects = hubSubjects;
    }

    /** Each once, as 48 bits of a digest, the smallest first, whatever their order; nobody where a key is no input. */
    List<String> of(int key) {
        List<String> now = tonight.voices(key)
                .mapToObj(voice -> tonight.keys().at(voice).text().substring(0, 12))
                .distinct()
                .limit(hubSubjects + 1L)
                .toList();
        @Nullable LeakKey known = before.get(tonight.keys().at(key).text());
        if (known == null || known.holders().isEmpty()) {
            return now;
        }
        TreeSet<String> all = new TreeSet<>(now);
        all.addAll(known.holders());
        return all.stream().limit(hubSubjects + 1L).toList();
    }

    boolean makeAHub(int input) {
        return of(input).size() > hubSubjects;
    }
}
