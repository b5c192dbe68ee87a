package dev.logmill.curation.ingest.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dicts of Python as JSON. */
class PythonLiteralTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | {}",
                "{'q': 'x'} | {\"q\":\"x\"}",
                "{'a': 1, 'b': -2.5, 'c': 1e3, 'd': 12345678901234567890,} | {\"a\":1,\"b\":-2.5,\"c\":1000.0,\"d\":12345678901234567890}",
                "{'t': True, 'f': False, 'n': None} | {\"f\":false,\"n\":null,\"t\":true}",
                "{'l': [1, [2]], 't': (1, 'a'), 'd': {'e': []}} | {\"d\":{\"e\":[]},\"l\":[1,[2]],\"t\":[1,\"a\"]}",
                "{\"it's\": 'say \"hi\"'} | {\"it's\":\"say \\\"hi\\\"\"}",
                "{'e': 'a\\n\\'b\\\\ \\xe9\\u00e9\\U0001F600'} | {\"e\":\"a\\n'b\\\\ \u00e9\u00e9\uD83D\uDE00\"}"
            })
    void isReadAsJson(String python, String json) throws Exception {
        assertThat(PythonLiteral.dict(python).map(Json::canonical)).contains(Json.canonical(Json.parse(json)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "q",
                "[1]",
                "'x'",
                "{'q': x}",
                "{'q' 1}",
                "{1: 2}",
                "{'q': 'x'",
                "{'q': 'x",
                "{'q': 1} and more",
                "{'q': 01}",
                "{'q': Truest}",
                "{'q': datetime.date(2026, 1, 1)}",
                "{'q': '\\q'}",
                "{'q': '\\U00110000'}",
                "{'q': 1 2}"
            })
    void isNoneWhereAnythingIsNotOfIt(String text) {
        assertThat(PythonLiteral.dict(text)).isEmpty();
    }

    @Test
    void isAListToo() throws Exception {
        assertThat(PythonLiteral.list("[{'role': 'user', 'content': \"it's wet\"}, None]")
                        .map(Json::canonical))
                .contains("[{\"content\":\"it's wet\",\"role\":\"user\"},null]");
        assertThat(PythonLiteral.list("[1] and more")).isEmpty();
        assertThat(PythonLiteral.list("{'a': 1}")).isEmpty();
    }

    @Test
    void goesNoDeeperThanAnyArgumentsDo() {
        assertThat(PythonLiteral.dict("{'a': " + "[".repeat(100_000))).isEmpty();
        assertThat(PythonLiteral.dict("{'a': " + "[".repeat(20) + "]".repeat(20) + "}"))
                .isPresent();
    }
}
