package dev.logmill.export.release;

import dev.logmill.curation.table.Doc;

/** One example of one version: one row of table release_rows. What diffs and explanations are made from. */
public record ReleaseRow(
        @Doc("The dataset") String dataset,
        @Doc("The version's night and manifest digest") String version,
        @Doc("The example, the same in every version") String exampleId,

        @Doc("The pair, or the preference, that it was made from")
        String origin,

        @Doc("train, validation or test") String split,
        @Doc("Anchor of its leak group") String leakGroup,

        @Doc("Probability that it is good, as of this version")
        double probability,

        @Doc("The datasets job that published it") long batch) {
    /** The same row, in a version. */
    public ReleaseRow in(String published) {
        return new ReleaseRow(dataset, published, exampleId, origin, split, leakGroup, probability, batch);
    }
}
