package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextSearchTest {
    private final TextRedactor redactor = new TextRedactor(
            DetectorKind.all(), new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8)));

    private final JsonRedactor rows =
            new JsonRedactor(redactor, new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8)));

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"label\":\"Date of birth\",\"value\":\"1979-08-23\"}|BIRTHDATE 1979-08-23",
                "{\"value\":\"1979-08-23\",\"label\":\"Date of birth\"}|BIRTHDATE 1979-08-23",
                "[{\"name\":\"dob\",\"value\":\"1979-08-23\"}]|BIRTHDATE 1979-08-23",
                "{\"f\":[{\"type\":\"text\",\"label\":\"Phone\",\"value\":\"4155552671\"}]}|PHONE 4155552671",
                "{\"key\":\"ssn\",\"value\":536228714}|NATIONALID 536228714",
                "{\"field\":\"password\",\"value\":\"zebra9911\"}|SECRET zebra9911",
                "{\"password\":{\"value\":\"zebra9911\"}}|SECRET zebra9911",
                "{\"label\":\"First name\",\"value\":\"Maria\"}|PERSON Maria",
                "{\"question\":\"What is your date of birth?\",\"answer\":\"08/23/1979\"}|BIRTHDATE 08/23/1979",
                "{\"question\":\"What is your name?\",\"answer\":\"Ottoline\"}|PERSON Ottoline",
                "{\"your name\":\"Ottoline\"}|PERSON Ottoline",
                "{\"question\":\"Please enter your password.\",\"answer\":\"zebra9911\"}|SECRET zebra9911"
            })
    void whatCallsAValueBesideOrAboveItIsItsKey(String text, String found) throws Exception {
        assertThat(entities(redactor.told(text, ""), text)).containsExactly(found);
        assertThat(rows.redact(text, "")).isEqualTo(redactor.told(text, "").text());
    }

    @Test
    void aValueThatIsCalledAnythingElseStays() throws Exception {
        for (String text : List.of(
                "{\"label\":\"Order date\",\"value\":\"1979-08-23\"}",
                "{\"label\":\"Date of birth\",\"when\":\"1979-08-23\"}",
                "{\"name\":\"color\",\"value\":\"Blue\"}")) {
            assertThat(redactor.told(text, "").text()).isEqualTo(text);
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
