package dev.logmill.jobs.line;

import dev.logmill.curation.ingest.Completeness;
import dev.logmill.curation.ingest.Completeness.Listed;
import dev.logmill.curation.ingest.Completeness.Verdict;
import dev.logmill.curation.ingest.SourceConfig;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.StoredObject;
import dev.logmill.curation.lake.StorageSettings;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The unread objects of one source, without those that its dialect lets wait for others, or leaves out beside others. */
final class Sifted {
    private final SourceConfig source;
    private boolean isEmpty = true;
    private final Optional<Completeness> completeness;
    private final List<RawObject> unread = new ArrayList<>();
    /** Those that others tell of; very many others may be read already, and are not kept. */
    private final TreeMap<String, RawObject> judged = new TreeMap<>();

    private final Set<String> judgedUnread = new HashSet<>();

    Sifted(SourceConfig source) {
        this.source = source;
        this.completeness = source.dialect().completeness();
    }

    /** Takes an object that is there. */
    void take(RawObject object, boolean isUnread) {
        isEmpty = false;
        if (completeness.filter(it -> it.concerns(object.name())).isPresent()) {
            judged.put(object.name(), object);
            if (isUnread) {
                judgedUnread.add(object.name());
            }
        } else if (isUnread) {
            unread.add(object);
        }
    }

    /** Whether no object was there, read or not. */
    boolean isEmpty() {
        return isEmpty;
    }

    /** Once all are taken: lets pass what may be read, and tells what a person should know of the rest. */
    List<String> judge(LocalDate asOf, StorageSettings storage) throws IOException {
        if (completeness.isEmpty() || judged.isEmpty()) {
            return List.of();
        }
        Verdict verdict = completeness
                .get()
                .judge(new Listed(judged, judgedUnread, this::fits, asOf, object -> content(object, storage)));
        judged.forEach((name, object) -> {
            if (judgedUnread.contains(name) && verdict.letsRead(name)) {
                unread.add(object);
            }
        });
        return verdict.told().stream()
                .map(sentence -> "source %s: %s".formatted(source.name(), sentence))
                .toList();
    }

    List<RawObject> unread() {
        return unread;
    }

    private boolean fits(String name) {
        return source.pattern().match(Arrays.asList(name.split("/", -1))).isPresent();
    }

    private static byte[] content(RawObject object, StorageSettings storage) throws IOException {
        try (InputStream stored = new StoredObject(object, storage).bytes()) {
            return stored.readAllBytes();
        }
    }
}
