package dev.logmill.curation.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * JSON as Logmill reads and keeps it.
 *
 * <p>Read strictly: valid UTF-8, one document, no duplicate key, no NaN, no power of ten
 * beyond 32 bits, at most {@value #MAX_DEPTH} levels. Half a surrogate pair, which an escape may name though no character is
 * meant, reads as U+FFFD. Kept as
 * <em>canonical text</em>: keys sorted by UTF-16 code units as in RFC 8785, no white space, numbers as they were
 * written, so that integers beyond 64 bits and decimals survive unchanged.
 */
public final class Json {
    /** Deeper documents are refused rather than risked on the stack. */
    public static final int MAX_DEPTH = 500;

    /** The one mapper: strict on input, exact on numbers. */
    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /** The document in {@code bytes}; throws where it is no single valid one. */
    public static JsonNode parse(byte[] bytes) throws IOException {
        try {
            return WellFormed.of(MAPPER.readTree(bytes), WellFormed.mayEscapeSurrogates(bytes));
        } catch (ArithmeticException | NumberFormatException beyond) {
            throw tooLarge(beyond);
        }
    }

    /** The document in {@code text}; throws where it is no single valid one. */
    public static JsonNode parse(String text) throws JsonProcessingException {
        try {
            return WellFormed.of(MAPPER.readTree(text), WellFormed.mayEscapeSurrogates(text));
        } catch (ArithmeticException | NumberFormatException beyond) {
            throw tooLarge(beyond);
        }
    }

    /** Whether a text begins as an object or an array does. */
    public static boolean mayBeContainer(String text) {
        int first = firstVisible(text);
        return first >= 0 && (text.charAt(first) == '{' || text.charAt(first) == '[');
    }

    /** The document in {@code text}, or nothing where it is no single valid object or array. */
    public static Optional<JsonNode> container(String text) {
        if (!mayBeContainer(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(text));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** A number such as 1E99999999999 is JSON, but its power of ten fits no {@link java.math.BigDecimal}. */
    private static StreamConstraintsException tooLarge(RuntimeException beyond) {
        StreamConstraintsException refused =
                new StreamConstraintsException("a number whose power of ten is beyond what is meant");
        refused.initCause(beyond);
        return refused;
    }

    /** The canonical text of a document. */
    public static String canonical(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(sorted(node));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A JSON tree could not be written", impossible);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            ObjectNode object = MAPPER.createObjectNode();
            fields.forEach(object::set);
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = MAPPER.createArrayNode();
            node.forEach(element -> array.add(sorted(element)));
            return array;
        }
        return node;
    }

    private static int firstVisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }
}
