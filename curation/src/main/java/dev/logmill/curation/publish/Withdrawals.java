package dev.logmill.curation.publish;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileSystem;

/** The versions of one shelf that were withdrawn, and those that are to be. */
public final class Withdrawals {
    private final FileSystem files;
    private final Shelf shelf;
    private final LatestFile latest;

    Withdrawals(FileSystem files, Shelf shelf, LatestFile latest) {
        this.files = files;
        this.shelf = shelf;
        this.latest = latest;
    }

    /** The names of those that were, sorted. */
    public List<String> versions() {
        return shelf.folders().stream().filter(this::isWithdrawn).toList();
    }

    boolean isWithdrawn(String version) {
        try {
            return of(version).isSo();
        } catch (IOException failed) {
            throw failure(version, failed);
        }
    }

    /** Whether a version stands, or something is left of it beside what stays of one that is withdrawn. */
    public boolean isToDo(String version) {
        try {
            return shelf.stands(version) && !of(version).isDone();
        } catch (IOException failed) {
            throw failure(version, failed);
        }
    }

    /**
     * Removes the rows of versions for good; their manifests stay, and beside each a file that says why. {@code latest} goes
     * back along the parents to a version that stands. Done again, it ends what was stopped half-way.
     */
    public void carryOut(List<Withdrawal> withdrawals) {
        try {
            Set<String> gone = new TreeSet<>(versions());
            withdrawals.forEach(why -> gone.add(why.version()));
            latest.stepBack(shelf.latest(), gone, shelf);
            Optional<String> instead = shelf.latest().map(Latest::version);
            for (Withdrawal why : withdrawals) {
                if (shelf.stands(why.version())) {
                    of(why.version()).withdraw(why, instead);
                }
            }
        } catch (IOException failed) {
            throw new PublishException("Versions of %s could not be withdrawn".formatted(shelf.name()), failed);
        }
    }

    private Withdrawn of(String version) {
        return new Withdrawn(files, shelf.folder(version));
    }

    private PublishException failure(String version, IOException cause) {
        return new PublishException("%s@%s could not be looked at".formatted(shelf.name(), version), cause);
    }
}
