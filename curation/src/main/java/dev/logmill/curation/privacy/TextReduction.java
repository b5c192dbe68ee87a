package dev.logmill.curation.privacy;

import dev.logmill.curation.json.Json;
import dev.logmill.curation.privacy.detect.Words;
import java.util.Optional;

/** What is left of a text where its words must not be kept. */
enum TextReduction {
    /** A keyed hash, which equal texts share in the whole deployment, and how long the text was. */
    HASH {
        @Override
        Optional<String> text(String text, Pseudonyms pseudonyms) {
            return Optional.of(HashedText.of(
                    pseudonyms.key(text), text.length(), Words.of(text).count()));
        }

        @Override
        String json(String json, Pseudonyms pseudonyms) {
            return Json.canonical(Json.MAPPER
                    .createObjectNode()
                    .put("hash", pseudonyms.key(json))
                    .put("chars", json.length()));
        }
    },
    /** Nothing. */
    NOTHING {
        @Override
        Optional<String> text(String text, Pseudonyms pseudonyms) {
            return Optional.empty();
        }

        @Override
        String json(String json, Pseudonyms pseudonyms) {
            return "{}";
        }
    };

    /** What is left of a text. */
    abstract Optional<String> text(String text, Pseudonyms pseudonyms);

    /** What is left of a JSON object, as one. */
    abstract String json(String json, Pseudonyms pseudonyms);
}
