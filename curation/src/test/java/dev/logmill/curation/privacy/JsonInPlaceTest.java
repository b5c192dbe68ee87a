package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonInPlaceTest {
    private static final JsonRedactor REDACTOR = redactor();

    private static JsonRedactor redactor() {
        Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
        return new JsonRedactor(new TextRedactor(DetectorKind.all(), pseudonyms), pseudonyms);
    }

    /** A hash stands for the placeholder. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"z": 7, "mail": "ann@corp.example", "a": 12.50, "b": 1e3}   | {"z": 7, "mail": "#", "a": 12.50, "b": 1e3}
            [ {"z":1,"a":[true, null , "ann@corp.example" ]} , -0.0 ]    | [ {"z":1,"a":[true, null , "#" ]} , -0.0 ]
            {"b":"caf\\u00e9 \\/ \\"x\\"","a":"ann@corp.example"}        | {"b":"caf\\u00e9 \\/ \\"x\\"","a":"#"}
            {"phone" :  4155552671, "a":1}                               | {"phone" :  "#", "a":1}
            {"z":1, "ann@corp.example" : {"y":2,"x":3}, "a":1}           | {"z":1, "#" : {"y":2,"x":3}, "a":1}
            {"z":"{\\"y\\": 1, \\"x\\": \\"ann@corp.example\\"}","a":1}  | {"z":"{\\"y\\": 1, \\"x\\": \\"#\\"}","a":1}
            {"dob":{"day":14,"x":1},"due":{"day":14}}                    | {"dob":{"day":"#","x":1},"due":{"day":14}}
            {"dob":-86400000,"due":-86400000}                            | {"dob":"#","due":-86400000}
            {"z":{"q\\"uote":"ann@corp.example\\n"},"a":"\\ud83d"}       | {"z":{"q\\"uote":"#\\n"},"a":"\\ud83d"}
            """)
    void replacesWhatWasFoundAndNothingElse(String text, String expected) throws PrivacyFailure {
        assertThat(REDACTOR.redact(text.strip(), "s").replaceAll("<[A-Z]+_\\w+>", "#"))
                .isEqualTo(expected.strip());
    }

    @Test
    void attributesStayCanonical() throws PrivacyFailure {
        String redacted = REDACTOR.redactWithUsers("{\"a\":1,\"zoe@corp.example\":2}", Map.of(), "s");
        assertThat(redacted).isEqualTo(Json.canonical(Json.container(redacted).orElseThrow()));
    }
}
