package dev.logmill.curation.publish;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.lake.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
    private static final String STAGING = ".staging";
    private static final String QUARANTINE = ".quarantine";
    private static final int ID_LENGTH = 16;

    private final FileSystem files;
    private final Path published;
    private final String product;
    private final String name;

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
        this.published = published;
        this.product = product;
        this.name = name;
    }

    /** The shelves of a product that stand, sorted by name; other folders there are none of ours. */
    public static List<Shelf> all(FileSystem files, Path published, String product) throws IOException {
        Path folder = new Path(published, product);
        List<Shelf> shelves = new ArrayList<>();
        if (files.exists(folder)) {
            for (FileStatus entry : files.listStatus(folder)) {
                if (entry.isDirectory() && Slug.isSlug(entry.getPath().getName())) {
                    shelves.add(
                            new Shelf(files, published, product, entry.getPath().getName()));
                }
            }
        }
        shelves.sort(Comparator.comparing(Shelf::name));
        return shelves;
    }

    /** The product's name. */
    public String name() {
        return name;
    }

    /** The version that readers should take; nothing before the first. */
    public Optional<Latest> latest() {
        try {
            Optional<byte[]> content = latestFile().read();
            return content.isEmpty() ? Optional.empty() : Optional.of(Latest.read(content.get()));
        } catch (IOException failed) {
            throw failure("latest.json could not be read", failed);
        }
    }

    /** The names of the versions that stand, sorted: by night, then by digest; other folders there are none of ours. */
    public List<String> versions() {
        try {
            List<String> versions = new ArrayList<>();
            if (files.exists(folder())) {
                for (FileStatus entry : files.listStatus(folder())) {
                    if (entry.isDirectory()
                            && Manifest.isVersion(entry.getPath().getName())) {
                        versions.add(entry.getPath().getName());
                    }
                }
            }
            versions.sort(null);
            return versions;
        } catch (IOException failed) {
            throw failure("versions could not be listed", failed);
        }
    }

    /** The folder of a version. */
    public Path folder(String version) {
        return new Path(folder(), version);
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
        Path aside = aside(asOf);
        try {
            files.delete(aside, true);
            files.mkdirs(aside);
        } catch (IOException failed) {
            throw failure("a draft could not be begun", failed);
        }
        return new Draft(files, aside);
    }

    private Path aside(LocalDate asOf) {
        String id = Digest.of("draft", product, name, asOf.toString()).hex().substring(0, ID_LENGTH);
        return new Path(new Path(published, STAGING), name + "-" + id);
    }

    /**
     * Makes a finished draft visible as a version, and then the one that readers should take. Where its rows are those
     * of its parent, drops it.
     *
     * @param manifest names exactly the draft's files
     * @param note takes the version's name just before readers can see it: who notes it can withdraw it
     */
    public Publication publish(Draft draft, Manifest manifest, Consumer<String> note) {
        try {
            if (manifest.parent().isPresent()
                    && manifest.sameRows(manifest(manifest.parent().get()))) {
                files.delete(draft.folder(), true);
                return new Publication.Unchanged(manifest.parent().get());
            }
            draft.write(Manifest.FILE, manifest.bytes());
            List<String> deviations = Verification.deviations(files, draft.folder(), manifest);
            if (!deviations.isEmpty()) {
                quarantine(draft, deviations);
            }
            note.accept(manifest.version());
            show(draft, manifest);
            latestFile().replace(new Latest(manifest.version(), manifest.digest()).bytes());
            return new Publication.Published(manifest.version(), manifest);
        } catch (IOException failed) {
            throw failure("a version could not be published", failed);
        }
    }

    /** Puts a draft that failed its checks where a person can look at it, and throws, saying why. */
    public void quarantine(Draft draft, List<String> problems) {
        try {
            draft.write("problems.txt", (String.join("\n", problems) + "\n").getBytes(StandardCharsets.UTF_8));
            Path aside =
                    new Path(new Path(published, QUARANTINE), draft.folder().getName());
            files.delete(aside, true);
            files.mkdirs(aside.getParent());
            rename(draft.folder(), aside);
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
    public void withdraw(Set<String> shown, LocalDate asOf) {
        try {
            // First latest, then the folders: it never names a version that is gone.
            Optional<String> last = latest().map(Latest::version);
            if (last.filter(shown::contains).isPresent()) {
                stepBack(shown, last);
            }
            for (String version : shown) {
                files.delete(folder(version), true);
            }
            files.delete(aside(asOf), true);
        } catch (IOException failed) {
            throw failure("versions could not be withdrawn", failed);
        }
    }

    private void stepBack(Set<String> shown, Optional<String> from) throws IOException {
        Optional<String> version = from;
        while (version.isPresent() && (shown.contains(version.get()) || !files.exists(folder(version.get())))) {
            version = files.exists(folder(version.get()))
                    ? manifest(version.get()).parent()
                    : Optional.empty();
        }
        if (version.isPresent()) {
            String digest = manifest(version.get()).digest();
            latestFile().replace(new Latest(version.get(), digest).bytes());
        } else {
            files.delete(new Path(folder(), "latest.json"), false);
        }
    }

    private void show(Draft draft, Manifest manifest) throws IOException {
        Path target = folder(manifest.version());
        if (files.exists(target)) {
            if (!manifest(manifest.version()).digest().equals(manifest.digest())) {
                throw new PublishException(
                        "%s/%s@%s stands with another manifest".formatted(product, name, manifest.version()));
            }
            files.delete(draft.folder(), true);
            return;
        }
        files.mkdirs(target.getParent());
        rename(draft.folder(), target);
    }

    private void rename(Path from, Path to) throws IOException {
        if (!files.rename(from, to)) {
            throw new IOException("%s could not be renamed to %s".formatted(from.getName(), to.getName()));
        }
    }

    private Path folder() {
        return new Path(new Path(published, product), name);
    }

    private AtomicFile latestFile() {
        return new AtomicFile(files, new Path(folder(), "latest.json"));
    }

    private PublishException failure(String what, IOException cause) {
        return new PublishException("%s/%s: %s".formatted(product, name, what), cause);
    }
}
