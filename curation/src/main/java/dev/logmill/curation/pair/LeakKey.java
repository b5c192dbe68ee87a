package dev.logmill.curation.pair;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.table.Doc;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One thing that rows may share and that must not be split over train and test: one row of table {@code leak_keys}. */
public record LeakKey(
        @Doc("Digest of its kind (subject, session, run, group, input) and value")
        String leakKey,

        @Doc("Anchor of the leak group it belongs to; see splits.merged_into")
        String anchor,

        @Doc(
                "On an input: who was seen with it, as digests, sorted, and then the runs that name nobody, after an r; of each at most one more than makes a hub")
        List<String> holders,

        @Doc("The night that first saw it") LocalDate firstNight,
        @Doc("The curation that last changed it") long batch) {
    /** Characters of a key that stand for it among {@link #holders}. */
    private static final int SHORT = 12;

    /** Begins what stands for a run that names nobody; a digest has no such letter. */
    private static final String RUN = "r";

    /** The key of a thing, hex. */
    public static String id(String kind, String... value) {
        return Digest.of(Stream.concat(Stream.of(kind), Arrays.stream(value)).toArray(String[]::new))
                .id();
    }

    /** What stands for a voice among {@link #holders}: the beginning of its key. */
    static String holder(String voice, boolean nameless) {
        return (nameless ? RUN : "") + voice.substring(0, SHORT);
    }

    /** Whether a holder is a run that names nobody. */
    static boolean isRun(String holder) {
        return holder.startsWith(RUN);
    }

    /** All that may stand for some keys among {@link #holders}. */
    public static Set<String> holdersOf(Set<String> keys) {
        return keys.stream()
                .flatMap(key -> Stream.of(holder(key, false), holder(key, true)))
                .collect(Collectors.toSet());
    }

    /** The same without some of its holders. */
    public LeakKey without(Set<String> gone) {
        return new LeakKey(
                leakKey,
                anchor,
                holders.stream().filter(holder -> !gone.contains(holder)).toList(),
                firstNight,
                batch);
    }
}
