package dev.logmill.curation.publish;

import java.util.Optional;

/** Which version of a shelf holds the rows of a draft already. */
final class SameRows {
    private SameRows() {}

    /**
     * The parent; or, where that is of a later night, as after a lake was brought back from a copy, a version of the draft's
     * own night.
     */
    static Optional<String> on(Shelf shelf, Manifest draft) {
        Optional<Manifest> parent = draft.parent().map(shelf::manifest);
        if (parent.filter(draft::sameRows).isPresent()) {
            return draft.parent();
        }
        boolean later = parent.filter(one -> one.asOf().isAfter(draft.asOf())).isPresent();
        return !later
                ? Optional.empty()
                : shelf.versions().stream()
                        .filter(version -> version.startsWith(draft.asOf() + "-"))
                        .filter(version -> draft.sameRows(shelf.manifest(version)))
                        .findFirst();
    }
}
