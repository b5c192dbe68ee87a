package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.privacy.detect.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A text whose identifiers somebody labelled.
 *
 * @param template what it was made from; texts of one template are alike
 */
record LabelledText(int template, String text, List<Finding> labels) {
    /** What the labels of presidio-research are called here; a place and an address are one thing, as in its own figures. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("EMAIL_ADDRESS", "EMAIL"),
            Map.entry("PHONE_NUMBER", "PHONE"),
            Map.entry("CREDIT_CARD", "CARD"),
            Map.entry("IBAN_CODE", "IBAN"),
            Map.entry("IP_ADDRESS", "IP"),
            Map.entry("US_SSN", "NATIONALID"),
            Map.entry("US_DRIVER_LICENSE", "NATIONALID"),
            Map.entry("DOMAIN_NAME", "URL"),
            Map.entry("DATE_TIME", "BIRTHDATE"),
            Map.entry("ADDRESS", "PLACE"),
            Map.entry("LOCATION", "PLACE"),
            Map.entry("PREFIX", "PERSON"));

    static List<LabelledText> in(Path file) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        for (JsonNode row : Json.parse(Files.readAllBytes(file))) {
            List<Finding> labels = new ArrayList<>();
            for (JsonNode span : row.path("spans")) {
                String type = span.path("entity_type").textValue();
                labels.add(new Finding(
                        TYPES.getOrDefault(type, type),
                        span.path("start_position").intValue(),
                        span.path("end_position").intValue(),
                        span.path("entity_value").textValue()));
            }
            texts.add(new LabelledText(
                    row.path("template_id").intValue(), row.path("full_text").textValue(), List.copyOf(labels)));
        }
        return texts;
    }

    /** A type of ours in the words of the labels. */
    static String type(Finding finding) {
        return switch (finding.type()) {
            case "ADDRESS", "LOCATION" -> "PLACE";
            default -> finding.type();
        };
    }
}
