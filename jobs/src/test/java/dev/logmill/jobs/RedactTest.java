package dev.logmill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code redact} makes of standard input. */
class RedactTest {
    private static Said redact(String input, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "redact";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return Said.ofInput(input, arguments);
    }

    @Test
    void linesComeBackWithoutIdentifiersAndOneValueHasOnePlaceholder() {
        List<String> out =
                redact("mail ann@example.com\nnothing\nann@example.com again\n").lines();

        assertThat(out).hasSize(3);
        assertThat(out.get(0)).matches("mail <EMAIL_[a-z2-7]{5}>");
        assertThat(out.get(1)).isEqualTo("nothing");
        assertThat(out.get(2)).isEqualTo(out.get(0).substring(5) + " again");
    }

    @Test
    void whatIsFoundOnceInALineIsReplacedEverywhereInIt() {
        assertThat(redact("Thanks, Ann. My name is Ann Qu\u0119ndrilpho; rows: Qu\u0119ndrilpho;7\n")
                        .lines())
                .singleElement()
                .asString()
                .matches("Thanks, (<PERSON_\\w+>)\\. My name is \\1; rows: \\1;7");
    }

    @Test
    void aPrivateKeyIsOneSecretThoughItIsManyLinesAndALineOfJsonStaysJson() throws IOException {
        List<String> out = redact("""
                see -----BEGIN RSA PRIVATE KEY-----
                MIIEpAIBAAKCAQEA7bq3vTq
                -----END RSA PRIVATE KEY----- here
                {"phone":4155552671,"at":{"lat":48.858370,"lon":-2.294481},"price":48.858370}
                """).lines();

        assertThat(out).hasSize(2);
        assertThat(out.get(0)).matches("see <SECRET_\\w+> here");
        JsonNode line = Json.parse(out.get(1));
        assertThat(line.path("phone").asText()).startsWith("<PHONE_");
        assertThat(line.path("at").path("lat").asText()).startsWith("<COORDINATES_");
        assertThat(line.path("at").path("lon").asText()).startsWith("<COORDINATES_");
        assertThat(line.path("price").isNumber()).isTrue();
    }

    @Test
    void objectsComeBackInTheirPlaceWithWhatWasFound() throws IOException {
        Said said = redact("""
                {"id":7,"text":"\uD83D\uDE00 ann@example.com, 192.0.2.17","session":"a"}
                {"text":"ann@example.com","session":"b"}
                """, "--json");
        JsonNode first = Json.parse(said.lines().get(0));
        JsonNode second = Json.parse(said.lines().get(1));

        assertThat(said.code()).isZero();
        assertThat(first.path("id").asInt()).isEqualTo(7);
        assertThat(first.path("text").asText()).matches("\uD83D\uDE00 <EMAIL_[a-z2-7]{5}>, <IP_[a-z2-7]{5}>");
        assertThat(first.path("entities")).isEqualTo(Json.parse("""
                [{"type":"EMAIL","start":2,"end":17,"score":1.0,"detector":"MailDetector"},
                 {"type":"IP","start":19,"end":29,"score":1.0,"detector":"IpDetector"}]"""));
        assertThat(first.path("text").asText())
                .doesNotContain(second.path("text").asText());
    }

    @Test
    void whatIsFoundOnceIsReplacedInAllLinesOfItsSessionAndInNoOther() throws IOException {
        Said said = redact("""
                {"text":"rows: Qu\u0119ndrilpho;7","session":"a"}
                {"text":"rows: Qu\u0119ndrilpho;7","session":"b"}
                {"text":"nothing"}
                {"text":"My name is Qu\u0119ndrilpho","session":"a"}
                {"text":"\uD83D\uDE00 ask Qu\u0119ndrilpho","session":"a"}
                """, "--json");
        List<JsonNode> lines = new ArrayList<>();
        for (String line : said.lines()) {
            lines.add(Json.parse(line));
        }

        assertThat(said.code()).isZero();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0).path("text").asText()).matches("rows: <PERSON_\\w+>;7");
        assertThat(lines.get(0).path("entities")).isEqualTo(Json.parse("""
                [{"type":"PERSON","start":6,"end":17,"score":1.0,"detector":"SeenDetector"}]"""));
        assertThat(lines.get(1).path("text").asText()).contains("Qu\u0119ndrilpho");
        assertThat(lines.get(2).path("text").asText()).isEqualTo("nothing");
        assertThat(lines.get(4).path("text").asText())
                .isEqualTo("\uD83D\uDE00 ask "
                        + lines.get(0).path("text").asText().substring(6).replace(";7", ""));
    }

    @Test
    void aFirstNameAloneHasThePlaceholderOfTheOnlyWholeNameOfItsSessionOrLine() {
        List<String> out = redact("""
                {"text":"Thanks, Maria","session":"a"}
                {"text":"This is Maria Lopez","session":"a"}
                {"text":"Thanks, Maria","session":"b"}
                {"text":"Thanks, Ann. Ann Rossi will call, Rossi said."}
                {"text":"Thanks, Ann."}
                """, "--json").lines();
        List<List<String>> people = out.stream()
                .map(line -> Pattern.compile("<PERSON_\\w+>")
                        .matcher(line)
                        .results()
                        .map(MatchResult::group)
                        .toList())
                .toList();

        assertThat(people.get(0)).hasSize(1).isEqualTo(people.get(1)).isNotEqualTo(people.get(2));
        assertThat(people.get(3)).hasSize(3).containsOnly(people.get(3).get(0));
        assertThat(people.get(4)).hasSize(1).doesNotContainAnyElementsOf(people.get(3));
    }

    @Test
    void aLineThatIsNoObjectWithATextIsLeftOutAndTold() {
        Said said = redact("{\"text\":\"ok\"}\nann@example.com\n[\"ann@example.com\"]\n", "--json");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.lines()).hasSize(3);
        assertThat(said.lines().get(1)).isEqualTo("""
                {"redaction_error":"line 2 was left out: it is no JSON; each line must be an object such as {\\"text\\": \\"...\\"}"}""");
        assertThat(said.lines().get(2)).isEqualTo("""
                {"redaction_error":"line 3 was left out: it is no object; each line must be an object such as {\\"text\\": \\"...\\"}"}""");
        assertThat(said.err()).isEqualTo("""
                        logmill: line 2 was left out: it is no JSON; each line must be an object such as {"text": "..."}
                        logmill: line 3 was left out: it is no object; each line must be an object such as {"text": "..."}
                        """);
    }

    @Test
    void anObjectWithoutATextComesBackAsItCameAndIsTold() {
        Said said = redact("{ \"id\": 7, \"note\":\"x\" }\n{\"text\":null}\n", "--json");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.lines()).containsExactly("{ \"id\": 7, \"note\":\"x\" }", "{\"text\":null}");
        assertThat(said.err()).isEqualTo("""
                        logmill: line 1 has no text to redact and came back as it was
                        logmill: line 2 has no text to redact and came back as it was
                        """);
    }

    @Test
    void aTextThatIsNoTextIsRedactedAsItIsAndTheOtherFieldsStay() throws IOException {
        Said said = redact("""
                {"id":7,"text":{"to":["ann@example.com"],"phone":4155552671,"price":48.50,"n":12345678901234567890}}
                {"id":8,"text":["ask ann@example.com","nothing"],"session":"a"}
                {"id":9,"text":4111111111111111}
                {"id":10,"text":12.50}
                {"id":11,"text":true}
                """, "--json");

        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        List<JsonNode> lines = said.documents();
        JsonNode first = lines.get(0).path("text");
        assertThat(first.path("to").path(0).asText()).matches("<EMAIL_\\w+>");
        assertThat(first.path("phone").asText()).matches("<PHONE_\\w+>");
        assertThat(said.lines().get(0))
                .startsWith("{\"id\":7,")
                .contains("\"price\":48.50", "\"n\":12345678901234567890");
        assertThat(lines.get(0).path("entities").path(0)).isEqualTo(Json.parse("""
                {"type":"EMAIL","start":8,"end":23,"score":1.0,"detector":"MailDetector"}"""));
        assertThat(lines.get(1).path("text").path(0).asText()).matches("ask <EMAIL_\\w+>");
        assertThat(lines.get(1).path("text").path(1).asText()).isEqualTo("nothing");
        assertThat(lines.get(2).path("text").asText()).matches("<CARD_\\w+>");
        assertThat(said.lines().get(3)).isEqualTo("{\"id\":10,\"text\":12.50,\"entities\":[]}");
        assertThat(said.lines().get(4)).isEqualTo("{\"id\":11,\"text\":true,\"entities\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\n", "a\r\nb\nc", "a\rb\r", "\r\n\r\n", "\n\r", "-----BEGIN X-----\r\nno end"})
    void linesEndAsTheyCame(String text) {
        assertThat(redact(text).out()).isEqualTo(text);
    }

    @Test
    void theLinesOfAKeyLeaveTheEndsAroundIt() {
        assertThat(redact("""
                        a\r
                        -----BEGIN RSA PRIVATE KEY-----\r
                        MIIEpAIBAAKCAQEA7bq3vTq\r
                        -----END RSA PRIVATE KEY-----\r
                        b""").out()).matches("a\r\n<SECRET_\\w+>\r\nb");
    }

    /** A break may lie over the end of what is read at once. */
    @Test
    void aLineMayBeLong() {
        String line = "word ".repeat(13107);
        assertThat(redact(line + "\r\n" + line + "\r\nx").out()).isEqualTo(line + "\r\n" + line + "\r\nx");
    }
}
