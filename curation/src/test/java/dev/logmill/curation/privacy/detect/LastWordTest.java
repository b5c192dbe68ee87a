package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LastWordTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Order |order",
                "My account is |is",
                "battery life in hours: |hours",
                "tax-id (|id",
                "x_MEMBER=|member"
            })
    void theLastWordIsTold(String before, String word) {
        assertThat(LastWord.before(before + "4471", before.length())).contains(word);
    }

    /** A line, an escape, a number sign, a tag, a question and who answers it, capitals within, an apostrophe, a digit, and letters beyond ASCII. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "account\n",
                "account\\n",
                "claim # ",
                "<td>",
                "date of birth? customer: ",
                "accountNumber ",
                "client's ",
                "account 2: ",
                "num\u00e9ro ",
                ""
            })
    void whatOnlyCuesCanTellIsLeftToThem(String before) {
        assertThat(LastWord.before(before + "4471", before.length())).isEmpty();
    }
}
