package dev.logmill.jobs.line;

import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.night.ShownVersion;
import dev.logmill.curation.publish.Draft;
import dev.logmill.curation.publish.Manifest;
import dev.logmill.curation.publish.Publication;
import dev.logmill.curation.publish.Shelf;
import dev.logmill.jobs.config.Build;
import dev.logmill.jobs.config.LogmillConfig;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;

/** Where products are published, and what their manifests say of where they come from. */
public final class Shelves {
    /** The version of the code that publishes. */
    static final String CODE = "logmill " + Build.version();

    private Shelves() {}

    static Shelf suite(Night night, String name) {
        return of(night.config(), "suites", name);
    }

    static Shelf dataset(Night night, String name) {
        return of(night.config(), "datasets", name);
    }

    /** The shelf of a product. */
    public static Shelf of(LogmillConfig config, String product, String name) {
        Path published = new Path(config.published());
        try {
            return new Shelf(config.storage().fileSystem(published), published, product, name);
        } catch (IOException unreachable) {
            throw new LakeException("The published root cannot be reached", unreachable);
        }
    }

    /** Publishes a draft, and notes the version in the journal before readers see it. */
    static Publication publish(Night night, Shelf shelf, Draft draft, Manifest manifest) {
        return shelf.publish(draft, manifest, version -> night.shown()
                .accept(new ShownVersion(manifest.product(), manifest.name(), version)));
    }

    /** Every shelf of a product, by name. */
    public static List<Shelf> all(LogmillConfig config, String product) {
        Path published = new Path(config.published());
        try {
            return Shelf.all(config.storage().fileSystem(published), published, product);
        } catch (IOException unreachable) {
            throw new LakeException("What was published could not be listed", unreachable);
        }
    }

    /** Removes the drafts that failed their checks. */
    public static void dropQuarantined(LogmillConfig config) {
        Path published = new Path(config.published());
        try {
            Shelf.dropQuarantined(config.storage().fileSystem(published), published);
        } catch (IOException unreachable) {
            throw new LakeException("What failed its checks could not be removed", unreachable);
        }
    }

    /** How far each job had come: the same however often a night was stopped and run again. */
    static Map<String, Long> inputs(Night night) {
        Map<String, Long> inputs = new TreeMap<>();
        night.progress().forEach((job, progress) -> inputs.put(job, progress.batch()));
        return inputs;
    }
}
