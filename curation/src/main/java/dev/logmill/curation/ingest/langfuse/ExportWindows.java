package dev.logmill.curation.ingest.langfuse;

import dev.logmill.curation.ingest.Completeness;
import dev.logmill.curation.ingest.object.RawObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The windows of a blob export, by its manifests. The manifest of a run is written last and names its files: without one, the
 * newest run is not whole yet. An export of which no run has a manifest is older than they are, and read as it is.
 */
final class ExportWindows implements Completeness {
    /** A larger one is none: they hold four files. */
    private static final long MAX_MANIFEST_BYTES = 1 << 20;

    @Override
    public boolean concerns(String name) {
        return ExportKey.of(name).isPresent();
    }

    @Override
    public Verdict judge(Listed listed) throws IOException {
        Map<String, ExportRuns> exports = new TreeMap<>();
        for (RawObject object : listed.objects().values()) {
            Optional<ExportKey> key = ExportKey.of(object.name());
            if (key.isPresent()) {
                ExportRuns runs = exports.computeIfAbsent(key.get().prefix(), none -> new ExportRuns(listed));
                boolean isNew = key.get().isManifest() && listed.unread().contains(object.name());
                runs.add(object, key.get(), isNew ? manifest(object, listed.contents()) : Optional.empty());
            }
        }
        Set<String> waiting = new TreeSet<>();
        Set<String> leftOut = new TreeSet<>();
        ArrayList<String> told = new ArrayList<>();
        for (ExportRuns runs : exports.values()) {
            Verdict verdict = runs.verdict();
            waiting.addAll(verdict.waiting());
            leftOut.addAll(verdict.leftOut());
            told.addAll(verdict.told());
        }
        return new Verdict(waiting, leftOut, told);
    }

    private static Optional<Manifest> manifest(RawObject object, Contents contents) throws IOException {
        return object.bytes() > MAX_MANIFEST_BYTES ? Optional.empty() : Manifest.of(contents.of(object));
    }
}
