package dev.logmill.curation.ingest.langfuse;

import dev.logmill.curation.ingest.Completeness.Listed;
import dev.logmill.curation.ingest.Completeness.Verdict;
import dev.logmill.curation.ingest.object.RawObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The runs of one project's export. Windows follow each other and share their bounds; where one begins later than the one
 * before it ended, something was lost, as when the files of a run were overwritten by those of another in the same second.
 *
 * <p>Nothing waits for ever: what is still missing after {@link #PATIENCE_DAYS} is read without, and told.
 *
 * @see <a href="https://github.com/langfuse/langfuse/issues/15617">langfuse#15617: lost windows</a>
 */
final class ExportRuns {
    private static final int PATIENCE_DAYS = 3;

    private final Listed listed;
    private final TreeMap<String, ExportKey> files = new TreeMap<>();
    /** Manifests by run, those without the broken ones, and what the new ones say. */
    private final TreeMap<String, ExportKey> manifests = new TreeMap<>();

    private final TreeMap<String, ExportKey> finished = new TreeMap<>();
    private final TreeMap<String, Manifest> unread = new TreeMap<>();

    private final Set<String> waiting = new TreeSet<>();
    private final List<String> told = new ArrayList<>();

    ExportRuns(Listed listed) {
        this.listed = listed;
    }

    /** Takes an object in; with what it says, where it is a manifest that nobody has read. */
    void add(RawObject object, ExportKey key, Optional<Manifest> manifest) {
        if (!key.isManifest()) {
            files.put(object.name(), key);
            return;
        }
        manifests.put(key.run(), key);
        manifest.ifPresent(said -> unread.put(key.run(), said));
        if (manifest.isPresent() || !listed.unread().contains(object.name())) {
            finished.put(key.run(), key);
        }
    }

    Verdict verdict() {
        Set<String> leftOut = repeated();
        waitForManifests(leftOut);
        unread.forEach((run, manifest) -> {
            compare(Objects.requireNonNull(manifests.get(run)), manifest);
            gap(run, manifest).ifPresent(told::add);
        });
        return new Verdict(waiting, leftOut, told);
    }

    /** Files of the legacy layout, of a run that wrote both: the enriched rows say the same and more. */
    private Set<String> repeated() {
        Map<String, Boolean> enriched = new TreeMap<>();
        files.forEach((name, key) -> {
            if (key.isEnriched()) {
                enriched.merge(key.run(), listed.unread().contains(name), Boolean::logicalOr);
            }
        });
        Set<String> repeated = new TreeSet<>();
        int isNew = 0;
        for (Map.Entry<String, ExportKey> file : files.entrySet()) {
            Optional<Boolean> beside =
                    Optional.ofNullable(enriched.get(file.getValue().run()));
            if (file.getValue().isLegacy() && beside.isPresent()) {
                repeated.add(file.getKey());
                isNew += beside.get() ? 1 : 0;
            }
        }
        if (isNew > 0) {
            told.add("left out as observations_v2 says the same and more: %s of traces and observations"
                    .formatted(count(isNew)));
        }
        return repeated;
    }

    /** Files of runs after the last one that was finished. */
    private void waitForManifests(Set<String> leftOut) {
        if (manifests.isEmpty()) {
            return;
        }
        String last = finished.isEmpty() ? "" : finished.lastKey();
        TreeMap<Instant, Integer> unfinished = new TreeMap<>();
        files.forEach((name, key) -> {
            if (key.run().compareTo(last) > 0 && isWorthWaiting(key) && isUnread(name) && !leftOut.contains(name)) {
                waiting.add(name);
                unfinished.merge(key.time(), 1, Integer::sum);
            }
        });
        unfinished.forEach((run, waits) ->
                told.add("the run of %s has no manifest yet: %s of it wait".formatted(run, count(waits))));
    }

    /** What a manifest names and what is there: a smaller file is not whole yet. */
    private void compare(ExportKey key, Manifest manifest) {
        int missing = 0;
        Set<String> smaller = new TreeSet<>();
        for (Manifest.NamedFile file : manifest.files()) {
            String named = key.prefix() + file.folder() + "/" + file.file();
            Optional<RawObject> there = Optional.ofNullable(listed.objects().get(named));
            missing += there.isEmpty() && listed.fits().test(named) ? 1 : 0;
            if (there.filter(object -> object.bytes() < file.bytes().orElse(0L)).isPresent()) {
                smaller.add(named);
            }
        }
        if (missing > 0) {
            told.add("the manifest of %s names what is not there: %s".formatted(key.time(), count(missing)));
        }
        if (!smaller.isEmpty()) {
            told.add("smaller than the manifest of %s says, as if half written: %s"
                    .formatted(key.time(), count(smaller.size())));
        }
        if (isWorthWaiting(key)) {
            smaller.stream().filter(this::isUnread).forEach(waiting::add);
            if (missing > 0 || !smaller.isEmpty()) {
                // Still unread, it is looked at again another night.
                waiting.add(key.name());
            }
        }
    }

    private Optional<String> gap(String run, Manifest manifest) {
        Optional<Instant> ended = Optional.ofNullable(finished.lowerEntry(run))
                .map(before -> before.getValue().time());
        return manifest.begins()
                .filter(begins -> ended.isPresent() && begins.isAfter(ended.get()))
                .map(begins -> "the export has a gap: nothing from %s to %s".formatted(ended.get(), begins));
    }

    private boolean isUnread(String name) {
        return listed.unread().contains(name);
    }

    private boolean isWorthWaiting(ExportKey key) {
        return key.day().plusDays(PATIENCE_DAYS).isAfter(listed.night());
    }

    private static String count(int files) {
        return files == 1 ? "1 file" : files + " files";
    }
}
