package dev.logmill.curation.publish;

import dev.logmill.curation.lake.AtomicFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * All versions of one product, {@code <published>/<product>/<name>}, and the one that readers should take.
 *
 * <p>A version is written aside, verified, and made visible by renaming its folder; {@code latest.json} moves after
 * that, in one step of its own. So a reader that begins at {@code latest.json} never sees a part of a version, and a
 * process that stops anywhere leaves {@code latest} where it was or where it should be. Nothing here depends on
 * wall time or chance.
 */
public final class Shelf {
    private final FileSystem files;
    private final String product;
    private final String name;
    private final Path folder;
    private final LatestFile latest;
    private final Drafts drafts;

    /**
     * @param published the root of all products
     * @param product {@code datasets} or {@code suites}
     * @param name the product's name, safe as a folder; see {@link Slug}
     */
    public Shelf(FileSystem files, Path published, String product, String name) {
        if (!Slug.isSlug(product) || !Slug.isSlug(name)) {
            throw new IllegalArgumentException("Products and their names must be slugs");
        }
        this.files = files;
        this.product = product;
        this.name = name;
        this.folder = new Path(new Path(published, product), name);
        this.latest = new LatestFile(files, folder);
        this.drafts = new Drafts(files, published, product, name);
    }

    /** The shelves of a product that stand, sorted by name; other folders there are none of ours. */
    public static List<Shelf> all(FileSystem files, Path published, String product) throws IOException {
        return folders(files, new Path(published, product), Slug::isSlug).stream()
                .map(name -> new Shelf(files, published, product, name))
                .toList();
    }

    /** Removes the drafts of every product that failed their checks. */
    public static void dropQuarantined(FileSystem files, Path published) throws IOException {
        Drafts.dropQuarantined(files, published);
    }

    /** The product's name. */
    public String name() {
        return name;
    }

    /** The version that readers should take; nothing before the first. */
    public Optional<Latest> latest() {
        try {
            return latest.read();
        } catch (IOException failed) {
            throw failure("latest.json could not be read", failed);
        }
    }

    /** The names of the versions that stand, sorted: by night, then by digest; other folders there are none of ours. */
    public List<String> versions() {
        return folders().stream()
                .filter(version -> !withdrawals().isWithdrawn(version))
                .toList();
    }

    /** The versions that stood here and do not any more. */
    public Withdrawals withdrawals() {
        return new Withdrawals(files, this, latest);
    }

    List<String> folders() {
        try {
            return folders(files, folder, Manifest::isVersion);
        } catch (IOException failed) {
            throw failure("versions could not be listed", failed);
        }
    }

    private static List<String> folders(FileSystem files, Path parent, Predicate<String> ours) throws IOException {
        FileStatus[] entries = files.exists(parent) ? files.listStatus(parent) : new FileStatus[0];
        return Arrays.stream(entries)
                .filter(FileStatus::isDirectory)
                .map(entry -> entry.getPath().getName())
                .filter(ours)
                .sorted()
                .toList();
    }

    /** The folder of a version. */
    public Path folder(String version) {
        return new Path(folder, version);
    }

    boolean stands(String version) throws IOException {
        return files.exists(folder(version));
    }

    /** The manifest of a version. */
    public Manifest manifest(String version) {
        try {
            byte[] content = new AtomicFile(files, new Path(folder(version), Manifest.FILE))
                    .read()
                    .orElseThrow(() -> new PublishException("%s/%s@%s is not there".formatted(product, name, version)));
            return Manifest.read(content);
        } catch (IOException failed) {
            throw failure("a manifest could not be read", failed);
        }
    }

    /** Every way in which a version is not what it says of itself, in words. */
    public List<String> verify(String version) {
        try {
            return Verification.deviations(files, folder(version));
        } catch (IOException failed) {
            throw failure("a version could not be verified", failed);
        }
    }

    /** Begins a version aside; what an earlier attempt at the same night left there is thrown away. */
    public Draft draft(LocalDate asOf) {
        try {
            return drafts.begin(asOf);
        } catch (IOException failed) {
            throw failure("a draft could not be begun", failed);
        }
    }

    /**
     * Makes a finished draft visible as a version, and then the one that readers should take. Where its rows are those
     * of its parent, drops it; so too where a later night was published already, as before a lake was brought back from a
     * copy, and a version of the draft's own night has its rows.
     *
     * @param manifest names exactly the draft's files
     * @param note takes the version's name just before readers can see it: who notes it can withdraw it
     */
    public Publication publish(Draft draft, Manifest manifest, Consumer<String> note) {
        try {
            Optional<String> standing = SameRows.on(this, manifest);
            if (standing.isPresent()) {
                draft.drop();
                return new Publication.Unchanged(standing.get(), manifest(standing.get()));
            }
            draft.write(Manifest.FILE, manifest.bytes());
            List<String> deviations = Verification.deviations(files, draft.folder(), manifest);
            if (!deviations.isEmpty()) {
                quarantine(draft, deviations);
            }
            note.accept(manifest.version());
            show(draft, manifest);
            latest.replace(new Latest(manifest.version(), manifest.digest()));
            return new Publication.Published(manifest.version(), manifest);
        } catch (IOException failed) {
            throw failure("a version could not be published", failed);
        }
    }

    /** Puts a draft that failed its checks where a person can look at it, and throws, saying why. */
    public void quarantine(Draft draft, List<String> problems) {
        try {
            drafts.quarantine(draft, problems);
        } catch (IOException failed) {
            throw failure("a draft could not be quarantined", failed);
        }
        throw new PublishException.FailedChecks(
                "%s/%s failed %d checks, the first: %s".formatted(product, name, problems.size(), problems.get(0)));
    }

    /**
     * Removes versions that a process showed before it stopped, and its draft of that night. {@code latest} goes back along
     * the parents to a version that stands; all other versions stay, whoever made them.
     */
    public void takeBack(Set<String> shown, LocalDate asOf) {
        try {
            // First latest, then the folders: it never names a version that is gone.
            latest.stepBack(latest(), shown, this);
            for (String version : shown) {
                files.delete(folder(version), true);
            }
            drafts.drop(asOf);
        } catch (IOException failed) {
            throw failure("versions could not be taken back", failed);
        }
    }

    private void show(Draft draft, Manifest manifest) throws IOException {
        if (!stands(manifest.version())) {
            draft.moveTo(folder(manifest.version()));
        } else if (manifest(manifest.version()).digest().equals(manifest.digest())) {
            draft.drop();
        } else {
            throw new PublishException(
                    "%s/%s@%s stands with another manifest".formatted(product, name, manifest.version()));
        }
    }

    private PublishException failure(String what, IOException cause) {
        return new PublishException("%s/%s: %s".formatted(product, name, what), cause);
    }
}
