package dev.logmill.curation.privacy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Replaces identifiers in the path of an object, folder by folder, alike in the whole deployment. */
final class PathRedactor implements Serializable {
    /** The endings of an object's name, the last first. */
    private static final List<String> SUFFIXES = List.of(".gz", ".zst", ".jsonl", ".ndjson", ".json");

    private static final String SCOPE = "path";

    private final TextRedactor texts;
    private final Pseudonyms pseudonyms;

    PathRedactor(TextRedactor texts, Pseudonyms pseudonyms) {
        this.texts = texts;
        this.pseudonyms = pseudonyms;
    }

    /** The path without identifiers. */
    String redact(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            parts.add(part(part));
        }
        return String.join("/", parts);
    }

    /** A suffix is kept apart: behind a mail address it would look like the end of a host's name. */
    private String part(String part) {
        int end = part.length();
        for (String suffix : SUFFIXES) {
            end = part.startsWith(suffix, end - suffix.length()) ? end - suffix.length() : end;
        }
        try {
            return texts.redact(part.substring(0, end), SCOPE) + part.substring(end);
        } catch (PrivacyFailure unchecked) {
            return pseudonyms.key(part);
        }
    }
}
