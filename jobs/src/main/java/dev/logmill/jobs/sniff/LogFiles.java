package dev.logmill.jobs.sniff;

import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.lake.StorageSettings;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A file, or a folder with all that lies below it, in the order of names.
 *
 * @param objects its objects; those whose name or folder begins with a dot or an underscore are nobody's logs
 */
record LogFiles(Path path, boolean isFolder, List<RawObject> objects) {
    LogFiles {
        objects = List.copyOf(objects);
    }

    /** What lies at a path; nothing where there is nothing. */
    static Optional<LogFiles> at(Path path, StorageSettings storage) throws IOException {
        FileSystem files = storage.fileSystem(path);
        if (!files.exists(path)) {
            return Optional.empty();
        }
        FileStatus top = files.getFileStatus(path);
        List<RawObject> objects = new ArrayList<>();
        Deque<FileStatus> open = new ArrayDeque<>(List.of(top));
        while (!open.isEmpty()) {
            FileStatus entry = open.pop();
            if (entry.isDirectory()) {
                List.of(files.listStatus(entry.getPath())).stream()
                        .filter(inside -> !isHidden(inside.getPath().getName()))
                        .forEach(open::push);
            } else {
                objects.add(object(top.getPath(), entry));
            }
        }
        objects.sort(Comparator.comparing(RawObject::name));
        return Optional.of(new LogFiles(top.getPath(), top.isDirectory(), objects));
    }

    /** So many of them at most, of each folder as many: what one folder is full of does not hide what lies in others. */
    List<RawObject> some(int most) {
        Map<String, List<RawObject>> folders = objects.stream()
                .collect(Collectors.groupingBy(
                        object -> object.name().substring(0, object.name().lastIndexOf('/') + 1),
                        TreeMap::new,
                        Collectors.toList()));
        List<RawObject> some = new ArrayList<>();
        for (int i = 0; some.size() < Math.min(most, objects.size()); i++) {
            int next = i;
            folders.values().stream()
                    .filter(folder -> next < folder.size())
                    .limit(most - some.size())
                    .forEach(folder -> some.add(folder.get(next)));
        }
        some.sort(Comparator.comparing(RawObject::name));
        return some;
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.startsWith("_");
    }

    private static RawObject object(Path top, FileStatus entry) {
        String whole = entry.getPath().toUri().getPath();
        String base = top.toUri().getPath();
        String name = whole.length() > base.length()
                ? whole.substring(base.length() + 1)
                : entry.getPath().getName();
        return new RawObject("sniff", entry.getPath().toString(), name, "", entry.getLen(), Optional.empty());
    }
}
