package dev.logmill.jobs.line;

import dev.logmill.curation.ingest.object.RawObject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Objects that one task reads, with their place in the night's list. */
record ObjectSlice(List<Numbered> objects) implements Serializable {
    /** An object and its index in the night's list; {@code wanted} are the records to read, none where all are. */
    record Numbered(int index, RawObject object, List<UnreadObject.Place> wanted) implements Serializable {}

    /**
     * Spreads objects over slices of about equal bytes: as many as there are cores, more where a slice would grow beyond
     * {@code bytes}. Largest first, each to the slice that has least; opening an object counts as some bytes, so that a
     * million tiny ones are spread as well.
     */
    static List<ObjectSlice> of(List<UnreadObject> objects, long bytes, int cores) {
        long total =
                objects.stream().mapToLong(unread -> weight(unread.object())).sum();
        int slices = Math.toIntExact(Math.min(objects.size(), Math.max(cores, total / bytes + 1)));
        PriorityQueue<Load> loads =
                new PriorityQueue<>(Comparator.comparingLong(Load::bytes).thenComparing(Load::slice));
        for (int i = 0; i < slices; i++) {
            loads.add(new Load(0, i, new ArrayList<>()));
        }
        List<Numbered> numbered = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            UnreadObject unread = objects.get(i);
            numbered.add(new Numbered(i, unread.object(), unread.wanted()));
        }
        numbered.sort(
                Comparator.comparingLong((Numbered n) -> -weight(n.object())).thenComparing(Numbered::index));
        for (Numbered next : numbered) {
            Load least = loads.remove();
            least.objects().add(next);
            loads.add(new Load(least.bytes() + weight(next.object()), least.slice(), least.objects()));
        }
        return loads.stream().map(load -> new ObjectSlice(load.objects())).toList();
    }

    private record Load(long bytes, int slice, List<Numbered> objects) {}

    private static long weight(RawObject object) {
        return object.bytes() + (16 << 10);
    }
}
