package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTableTest {
    private static final String TABLE =
            "{\"columns\":[\"id\",\"first_name\",\"dob\",\"zip\"],\"%s\":[[1,\"Rose\",\"1980-05-03\",94107],[2,\"NULL\",null,94108]]}";

    private final Pseudonyms pseudonyms = new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8));
    private final TextRedactor texts = new TextRedactor(DetectorKind.all(), pseudonyms);

    @Test
    void aColumnSaysWhatStandsInEachRow() throws PrivacyFailure {
        for (String rows : new String[] {"rows", "data"}) {
            String table = TABLE.formatted(rows);
            String redacted = new JsonRedactor(texts, pseudonyms).redact(table, "s");
            assertThat(redacted)
                    .doesNotContain("Rose", "1980-05-03", "94107", "94108")
                    .contains("\"NULL\",null");
            assertThat(texts.told(table, "s").text()).isEqualTo(redacted);
        }
    }

    @Test
    void rowsOfThingsStay() throws PrivacyFailure {
        String table = "{\"columns\":[\"name\",\"price\"],\"rows\":[[\"Rose\",3],[\"Grant\",94107]]}";
        assertThat(new JsonRedactor(texts, pseudonyms).redact(table, "s")).isEqualTo(table);
        assertThat(texts.told(table, "s").text()).isEqualTo(table);
        String other = TABLE.formatted("points");
        assertThat(new JsonRedactor(texts, pseudonyms).redact(other, "s")).contains("Rose", "94107");
    }
}
