package dev.logmill.curation.night;

import java.util.Comparator;

/** A version of a published product. */
public record ShownVersion(String product, String name, String version) implements Comparable<ShownVersion> {
    private static final Comparator<ShownVersion> ORDER = Comparator.comparing(ShownVersion::product)
            .thenComparing(ShownVersion::name)
            .thenComparing(ShownVersion::version);

    @Override
    public int compareTo(ShownVersion other) {
        return ORDER.compare(this, other);
    }
}
