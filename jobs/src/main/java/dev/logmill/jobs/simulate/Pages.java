package dev.logmill.jobs.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** The lines that wait for their night, and how they lie there: shuffled, over several objects, some twice, some broken. */
final class Pages {
    private static final double DOUBLED = 0.005;
    private static final double BROKEN = 0.003;
    private static final int LINES_AN_OBJECT = 4000;

    private final SimulationConfig config;
    private final Truth truth;
    private final Map<LocalDate, Map<String, List<Line>>> waiting = new TreeMap<>();

    /** Whether a line is a whole record, the copy of one, or damaged. */
    private enum Kind {
        WHOLE,
        DOUBLE,
        BROKEN
    }

    /** A line; its bytes are kept as a text of ISO 8859-1, a character each. */
    private record Line(Kind kind, String text) {
        static Line of(Kind kind, byte[] bytes) {
            return new Line(kind, new String(bytes, StandardCharsets.ISO_8859_1));
        }

        byte[] bytes() {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    Pages(SimulationConfig config, Truth truth) {
        this.config = config;
        this.truth = truth;
    }

    /** A record that arrives in a night. One that comes after the last night never arrives. */
    void add(String source, LocalDate night, ObjectNode record) {
        if (!night.isAfter(config.last())) {
            lines(night, source).add(Line.of(Kind.WHOLE, bytes(record)));
        }
    }

    /** A line that is no record. */
    void broken(String source, LocalDate night, String line) {
        lines(night, source).add(Line.of(Kind.BROKEN, line.getBytes(StandardCharsets.UTF_8)));
    }

    /** A record in an object of its own. */
    void alone(String path, ObjectNode record) {
        object(path, List.of(Line.of(Kind.WHOLE, bytes(record))));
    }

    int spansOf(LocalDate night) {
        return lines(night, NightLogs.GATEWAY).size()
                + lines(night, NightLogs.APP).size();
    }

    private List<Line> lines(LocalDate night, String source) {
        return waiting.computeIfAbsent(night, key -> new TreeMap<>()).computeIfAbsent(source, key -> new ArrayList<>());
    }

    private static byte[] bytes(ObjectNode record) {
        try {
            return Json.MAPPER.writeValueAsBytes(record);
        } catch (IOException impossible) {
            throw new IllegalStateException("A JSON tree could not be written", impossible);
        }
    }

    /** Writes a night and forgets it. */
    void write(LocalDate night, Dice dice) {
        for (String source : List.of(NightLogs.APP, NightLogs.FEEDBACK, NightLogs.GATEWAY)) {
            List<Line> lines = lines(night, source);
            disturb(lines, night, source, dice);
            dice.shuffle(lines);
            int objects = Math.max(source.equals(NightLogs.FEEDBACK) ? 1 : 3, lines.size() / LINES_AN_OBJECT);
            List<List<Line>> parts = new ArrayList<>();
            for (int i = 0; i < objects; i++) {
                parts.add(new ArrayList<>());
            }
            lines.forEach(line -> dice.of(parts).add(line));
            for (int i = 0; i < objects; i++) {
                object("%s/%s/part-%d.jsonl.gz".formatted(source, night, i), parts.get(i));
            }
        }
        waiting.remove(night);
    }

    private void disturb(List<Line> lines, LocalDate night, String source, Dice dice) {
        LocalDate next = night.plusDays(1);
        for (Line line : List.copyOf(lines)) {
            if (line.kind() == Kind.WHOLE && dice.chance(DOUBLED)) {
                boolean later = !next.isAfter(config.last()) && dice.chance(0.4);
                lines(later ? next : night, source).add(new Line(Kind.DOUBLE, line.text()));
            }
            if (dice.chance(BROKEN)) {
                lines.add(Line.of(Kind.BROKEN, broken(line.bytes(), dice)));
            }
        }
    }

    private static byte[] broken(byte[] whole, Dice dice) {
        return switch (dice.between(0, 3)) {
            case 0 -> Arrays.copyOf(whole, dice.between(1, whole.length - 2));
            case 1 -> "[1,2,3]".getBytes(StandardCharsets.UTF_8);
            case 2 -> new byte[] {(byte) 0xff, (byte) 0xfe, 0x00, 0x17, (byte) 0xc3, 0x28};
            default -> "{\"trace\":7,\"id\":".getBytes(StandardCharsets.UTF_8);
        };
    }

    private void object(String path, List<Line> lines) {
        Path file = config.out().resolve(path);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        // GZIPOutputStream writes no time and no name, so the same lines give the same bytes.
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (Line line : lines) {
                gzip.write(line.bytes());
                gzip.write('\n');
            }
            gzip.finish();
            Files.createDirectories(file.getParent());
            Files.write(file, packed.toByteArray());
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The object %s could not be written".formatted(path), unwritable);
        }
        truth.add(
                Truth.Page.OBJECTS,
                Json.MAPPER
                        .createObjectNode()
                        .put("object", path)
                        .put("records", lines.size())
                        .put("broken", count(lines, Kind.BROKEN))
                        .put("doubled", count(lines, Kind.DOUBLE)));
    }

    private static long count(List<Line> lines, Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).count();
    }
}
