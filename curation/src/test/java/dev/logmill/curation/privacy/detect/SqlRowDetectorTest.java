package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlRowDetectorTest {
    private final Found found = new Found(new SqlRowDetector());

    @Test
    void columnsSayWhatTheValuesAre() {
        assertThat(found.in("INSERT INTO users (id, last_name, dob) VALUES (1, 'Moyo', '1980-05-03')"))
                .containsExactly("Moyo", "1980-05-03");
    }

    @Test
    void readsEachRowAndNamesInQuotes() {
        assertThat(found.in("insert into [crm].[people] (\"last_name\", `phone`) values\n(N'O''Brien', '4155550132'),"
                        + " ('Moyo', 4155550133)"))
                .containsExactly("O''Brien", "4155550132", "Moyo", "4155550133");
    }

    @Test
    void aColumnThatSaysNothingHasNothing() {
        assertThat(found.in("INSERT INTO orders (id, created) VALUES (10048273, '1980-05-03')"))
                .isEmpty();
    }

    @Test
    void withoutColumnsAGivenNameAndASurnameAreSomebodysInATableOfPeople() {
        assertThat(found.in("INSERT INTO app_users VALUES (1,'Pedro','Alvarez','Gold')"))
                .containsExactly("Pedro", "Alvarez");
        assertThat(found.in("INSERT INTO colours VALUES (1,'Pedro','Alvarez','Gold')"))
                .isEmpty();
        assertThat(found.in("INSERT INTO users VALUES (1,'Gold','Alvarez')")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO users (first_name, last_name) VALUES (:first, :last)",
                "INSERT INTO users (first_name, last_name) VALUES (?, ?)",
                "INSERT INTO users (first_name",
                "INSERT INTO users SELECT * FROM old_users",
                "INSERT INTO users VALUES ('Pedro",
                "INSERT INTO "
            })
    void whatIsNoRowHasNothing(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    /** A quote that is never closed is read to the end once, whatever follows it. */
    @Test
    @Timeout(10)
    void readsHostileTextOnce() {
        String text = "INSERT INTO users VALUES ('".repeat(200_000);
        assertThat(found.in(text)).isEmpty();
    }
}
