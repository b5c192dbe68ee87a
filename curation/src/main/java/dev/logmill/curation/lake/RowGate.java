package dev.logmill.curation.lake;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Which rows of a file become records. What the others hold is passed over, and no text of them is made. */
final class RowGate {
    private final @Nullable BitSet wanted;
    private int row = -1;
    private boolean open;

    private RowGate(@Nullable BitSet wanted) {
        this.wanted = wanted;
    }

    /** All rows. */
    static RowGate all() {
        return new RowGate(null);
    }

    /** The rows with these indices, from 0. */
    static RowGate of(BitSet wanted) {
        return new RowGate(wanted);
    }

    /** Goes on to the next row of the file. */
    void next() {
        row++;
        open = wanted == null || wanted.get(row);
    }

    /** Whether the present row is wanted. */
    boolean isOpen() {
        return open;
    }
}
