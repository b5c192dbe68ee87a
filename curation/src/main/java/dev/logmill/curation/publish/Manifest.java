package dev.logmill.curation.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a version is made of and from; its digest names the version. Holds no wall time and nothing of the machine.
 *
 * @param product {@code datasets} or {@code suites}
 * @param name the product's name
 * @param asOf the night
 * @param parent the version before this one
 * @param code the version of the code
 * @param config digest of the settings that results depend on
 * @param inputs how far each input table had come; the same when a stopped night is run again
 * @param counts figures by name
 * @param files every file of the version but the manifest, sorted by path
 */
public record Manifest(
        String product,
        String name,
        LocalDate asOf,
        Optional<String> parent,
        String code,
        String config,
        Map<String, Long> inputs,
        Map<String, Long> counts,
        List<ManifestFile> files) {
    /** The manifest's own file in a version's folder. */
    public static final String FILE = "manifest.json";

    private static final int DIGEST_IN_VERSION = 12;
    private static final int NIGHT_IN_VERSION = "2026-01-31".length();

    public Manifest {
        inputs = new TreeMap<>(inputs);
        counts = new TreeMap<>(counts);
        files = files.stream().sorted().toList();
    }

    /** The canonical bytes: what the file holds and what the digest is taken of. */
    public byte[] bytes() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("product", product).put("name", name).put("as_of", asOf.toString());
        parent.ifPresent(before -> json.put("parent", before));
        json.put("code", code).put("config", config);
        json.set("inputs", Json.MAPPER.valueToTree(inputs));
        json.set("counts", Json.MAPPER.valueToTree(counts));
        ArrayNode list = json.putArray("files");
        for (ManifestFile file : files) {
            ObjectNode entry = list.addObject();
            entry.put("path", file.path()).put("bytes", file.bytes()).put("sha256", file.sha256());
            file.rows().ifPresent(rows -> entry.put("rows", rows));
        }
        return (Json.canonical(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 of the canonical bytes, hex. */
    public String digest() {
        return Digest.sha256(bytes());
    }

    /** The version's name: the night and the beginning of the digest. */
    public String version() {
        return version(asOf.toString(), digest());
    }

    /** Whether two versions hold the same rows; what only describes the rows does not count. */
    public boolean sameRows(Manifest other) {
        return rowFiles().equals(other.rowFiles());
    }

    /** The manifest in these bytes; throws where they hold none. */
    public static Manifest read(byte[] bytes) throws IOException {
        JsonNode json = Json.parse(bytes);
        List<ManifestFile> files = new ArrayList<>();
        for (JsonNode entry : json.path("files")) {
            files.add(new ManifestFile(
                    entry.path("path").asText(),
                    entry.path("bytes").asLong(),
                    entry.path("sha256").asText(),
                    Optional.of(entry.path("rows")).filter(JsonNode::isNumber).map(JsonNode::asLong)));
        }
        return new Manifest(
                json.path("product").asText(),
                json.path("name").asText(),
                night(json),
                Optional.of(json.path("parent")).filter(JsonNode::isTextual).map(JsonNode::asText),
                json.path("code").asText(),
                json.path("config").asText(),
                numbers(json.path("inputs")),
                numbers(json.path("counts")),
                files);
    }

    /** Whether a name is a version's: a night, {@code -}, and the beginning of a digest. */
    static boolean isVersion(String name) {
        if (name.length() != NIGHT_IN_VERSION + 1 + DIGEST_IN_VERSION || name.charAt(NIGHT_IN_VERSION) != '-') {
            return false;
        }
        boolean night = name.chars().limit(NIGHT_IN_VERSION).allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
        return night && name.chars().skip(NIGHT_IN_VERSION + 1L).allMatch(c -> HexFormat.isHexDigit(c));
    }

    static String version(String asOf, String digest) {
        return asOf + "-" + digest.substring(0, DIGEST_IN_VERSION);
    }

    private static LocalDate night(JsonNode json) throws IOException {
        try {
            return LocalDate.parse(json.path("as_of").asText());
        } catch (DateTimeException noDate) {
            throw new IOException("The manifest names no night", noDate);
        }
    }

    private List<ManifestFile> rowFiles() {
        return files.stream().filter(file -> file.rows().isPresent()).toList();
    }

    private static Map<String, Long> numbers(JsonNode object) {
        Map<String, Long> numbers = new TreeMap<>();
        object.properties()
                .forEach(field -> numbers.put(field.getKey(), field.getValue().asLong()));
        return numbers;
    }
}
