package dev.logmill.curation.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.Map;
import java.util.TreeMap;

/** Counts by histogram and bin, both sorted by name; they add up in any order and are written as canonical JSON. */
final class Histograms {
    private final Map<String, Map<String, Long>> counts = new TreeMap<>();

    static Histograms read(String json) throws JsonProcessingException {
        Histograms read = new Histograms();
        Json.parse(json).properties().forEach(histogram -> histogram
                .getValue()
                .properties()
                .forEach(bin -> read.add(
                        histogram.getKey(), bin.getKey(), bin.getValue().asLong())));
        return read;
    }

    void add(String histogram, String bin) {
        add(histogram, bin, 1);
    }

    void add(String histogram, String bin, long times) {
        counts.computeIfAbsent(histogram, none -> new TreeMap<>()).merge(bin, times, Long::sum);
    }

    void add(Histograms others) {
        others.counts.forEach((histogram, bins) -> bins.forEach((bin, times) -> add(histogram, bin, times)));
    }

    /** The counts of a histogram, by bin. */
    Map<String, Long> bins(String histogram) {
        return counts.getOrDefault(histogram, Map.of());
    }

    /**
     * A JSON object: histogram to bin to count.
     *
     * @param limits by histogram, how many bins are kept, the first ones; all of those that have none
     */
    String written(Map<String, Integer> limits) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        counts.forEach((name, bins) -> {
            ObjectNode histogram = json.putObject(name);
            bins.entrySet().stream()
                    .limit(limits.getOrDefault(name, Integer.MAX_VALUE))
                    .forEach(bin -> histogram.put(bin.getKey(), bin.getValue()));
        });
        return Json.canonical(json);
    }
}
