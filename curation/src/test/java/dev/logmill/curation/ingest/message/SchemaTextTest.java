package dev.logmill.curation.ingest.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.logmill.curation.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTextTest {
    private static String of(String schema) throws JsonProcessingException {
        return SchemaText.of(Json.parse(schema));
    }

    /** Each stands at the place of the other among those that are kept. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"properties":{"price":{"minimum":1.0}}}       | {"properties":{"price":{"minimum":1.00}}}
            {"properties":{"price":{"minimum":1}}}         | {"properties":{"price":{"minimum":1.0}}}
            {"properties":{"price":{"minimum":1}}}         | {"properties":{"price":{"minimum":"1"}}}
            {"properties":{"price":{"enum":["a","b"]}}}    | {"properties":{"price":{"enum":["b","a"]}}}
            {"properties":{"price":{"type":"string"}}}     | {"properties":{"price":{"type":"number"}}}
            {"properties":{"price":{}},"required":[]}      | {"properties":{"price":{}},"required":["price"]}
            """)
    void tellsTwoApartThatDifferInTheLeast(String one, String other) throws JsonProcessingException {
        assertThat(of(one)).isEqualTo(one);
        assertThat(of(other)).isEqualTo(other);
        assertThat(of(one)).isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"OBJECT","properties":{"a":{"type":"STRING"}}} | {"properties":{"a":{"type":"string"}},"type":"object"}
            {"type":"object","properties":{"a":{"type":"string"}}} | {"properties":{"a":{"type":"string"}},"type":"object"}
            """)
    void isCanonicalAndInTheWordsOfJsonSchema(String schema, String text) throws JsonProcessingException {
        assertThat(of(schema)).isEqualTo(text);
        assertThat(of(schema)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"20000", "100"})
    void takesSchemasOfAnyLength(int chars) throws JsonProcessingException {
        String schema = "{\"properties\":{\"long\":{\"description\":\"%s\"}}}".formatted("x".repeat(chars));
        assertThat(of(schema)).isEqualTo(schema);
        assertThat(of(schema)).isEqualTo(schema);
    }
}
