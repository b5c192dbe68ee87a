package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonDetectorTest {
    private final Found found = new Found(new PersonDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My name is Ömer Kaya, thanks|Ömer Kaya",
                "my name is petra|petra",
                "Please tell Nicole that it works|Nicole",
                "the order of Mark Johnson is late|Mark Johnson",
                "Dear Mrs. Quux, hello|Mrs. Quux",
                "we met J. R. Hernandez there|J. R. Hernandez",
                "Name: Grzegorz Brzęczyszczykiewicz|Grzegorz Brzęczyszczykiewicz",
                "written by Ludwig van Beethoven in Vienna|Ludwig van Beethoven",
                "Will, can you help?|Will",
                "Don't go, Grace!|Grace",
                "it is Sedej's address|Sedej",
                "Kind regards, Jean-Paul Martin|Jean-Paul Martin",
                "ask heather olsen about it|heather olsen",
                "the letter of Mikkelsen came|Mikkelsen",
                "Smith said no|Smith",
                "NAME: JESSICA SMITH|JESSICA SMITH"
            })
    void aNameIsFound(String text, String name) {
        assertThat(found.in(text)).containsExactly(name);
    }

    @Test
    void theNamesOfAListAreFoundOneByOne() {
        assertThat(found.in("Nicole, Brown and Young came")).containsExactly("Nicole", "Brown", "Young");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I will mark the bill as paid in May",
                "SELECT name FROM grant WHERE name LIKE 'x'",
                "Hello World",
                "Claude wrote Julia and Python code",
                "the Wilson Group and Martin Street",
                "Thanks Google",
                "We flew from Austin to Kenya",
                "This is Great",
                "THE JAMES TEST",
                "Monday in April",
                "the user name is required"
            })
    void whatNamesNobodyIsNot(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @Test
    void underTheKeyOfANameTheWholeTextIsOne() {
        assertThat(found.in("xiu ying", "first_name")).containsExactly("xiu ying");
        assertThat(found.in("xiu ying", "file_name")).isEmpty();
        assertThat(found.in("see {\"a\":1}", "lastName")).isEmpty();
    }
}
