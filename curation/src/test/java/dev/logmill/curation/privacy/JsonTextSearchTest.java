package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTextSearchTest {
    private final TextRedactor redactor = new TextRedactor(
            DetectorKind.all(), new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8)));

    private RedactedText told(String text) throws Exception {
        return redactor.knowing(text).told(text, "");
    }

    private static List<String> entities(RedactedText told, String text) {
        return told.entities().stream()
                .map(found -> found.type() + " "
                        + text.substring(
                                text.offsetByCodePoints(0, found.start()), text.offsetByCodePoints(0, found.end())))
                .toList();
    }

    @Test
    void keysTellOfTheTextsUnderThemAndPlacesAreThoseInTheText() throws Exception {
        String text =
                " {\"n\": \"\uD83D\uDE00 \\\"\", \"given_name\":\"zorblax\",\"in\":[{\"family_name\" : \"quindle\"}]}";
        RedactedText told = told(text);

        assertThat(entities(told, text)).containsExactly("PERSON zorblax", "PERSON quindle");
        assertThat(Json.parse(told.text()).path("given_name").asText()).startsWith("<PERSON_");
        assertThat(Json.parse(told.text()).path("n").asText()).isEqualTo("\uD83D\uDE00 \"");
    }

    @Test
    void aNameIsThatOfAPersonWhereTheKeyAboveSaysSo() throws Exception {
        JsonRedactor rows =
                new JsonRedactor(redactor, new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8)));
        for (String text : List.of(
                "{\"customer\":{\"name\":\"Quorvex Blintag\",\"id\":7}}",
                "[{\"customers\":[[{\"id\":7,\"name\":\"Quorvex Blintag\"}]]}]")) {
            assertThat(entities(told(text), text)).containsExactly("PERSON Quorvex Blintag");
            assertThat(rows.redact(text, "")).doesNotContain("Quorvex").contains("<PERSON_");
        }
        for (String text : List.of(
                "{\"name\":\"Quorvex Blintag\",\"customer\":{\"id\":7}}",
                "{\"product\":{\"name\":\"Quorvex Blintag\"},\"customer\":7}",
                "{\"customer\":{\"plan\":{\"name\":\"Quorvex Blintag\"}}}",
                "{\"customer\":{\"tier\":\"Quorvex Blintag\"}}")) {
            assertThat(told(text).text()).isEqualTo(text);
            assertThat(rows.redact(text, "")).isEqualTo(text);
        }
    }

    @Test
    void aNumberBecomesATextSoThatJsonStaysJson() throws Exception {
        String text = "{\"phone\": 4155552671, \"lat\": 48.858370, \"lon\": -2.294481, \"size\": 41555526}";
        RedactedText told = told(text);
        JsonNode read = Json.parse(told.text());

        assertThat(read.path("phone").asText()).startsWith("<PHONE_");
        assertThat(read.path("lon").asText()).startsWith("<COORDINATES_");
        assertThat(read.path("size").isNumber()).isTrue();
        assertThat(entities(told, text)).contains("PHONE 4155552671", "COORDINATES -2.294481");
    }

    @Test
    void whatAKeyTellsIsFoundElsewhereInTheText() throws Exception {
        assertThat(told("{\"last_name\":\"quindle\",\"note\":\"of quindle\"}").text())
                .doesNotContain("quindle");
    }

    @Test
    void textThatIsCutWithinItsJsonIsText() throws Exception {
        String whole = "{\"a\": [\"x \\\" y\", -12.5e3, {\"to\": \"ann@example.com\"}]} ";
        for (int length = 1; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            assertThat(told(cut).text()).isEqualTo(redactor.redact(cut, "")).doesNotContain("ann@example.com");
        }
        assertThat(told("[1] \"x").text()).isEqualTo("[1] \"x");
        assertThat(told("{\"a\":\"\\").text()).isEqualTo("{\"a\":\"\\");
    }

    @Test
    void textThatOnlyBeginsAsJsonIsText() throws Exception {
        assertThat(told("{\"given_name\": \"zorblax\"").text()).contains("zorblax");
        assertThat(told("[note] mail ann@example.com").text()).matches("\\[note\\] mail <EMAIL_\\w+>");
    }
}
