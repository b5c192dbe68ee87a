package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationDetectorTest {
    private final Found found = new Found(new OrganisationDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "an invoice of Quux Widgets Ltd. came|Quux Widgets Ltd",
                "die Muster & Söhne GmbH zahlt|Muster & Söhne GmbH",
                "sold to Foobar, Inc. today|Foobar, Inc",
                "I work at Quuxly as a nurse|Quuxly",
                "she is employed by Smith, Jones and Brown now|Smith, Jones and Brown",
                "the CEO of BlueFrob resigned|BlueFrob",
                "Company: Frobnication Works|Frobnication Works",
                "the Quuxly office is closed|Quuxly",
                "Weber Holdings owns it|Weber Holdings",
                "issued by the Garcia-Weber Group|Garcia-Weber Group",
                "sold to Weber and Sons|Weber and Sons",
                "Ann joined Quuxly in May|Quuxly",
                "it is Ann from Quuxly Frobs|Quuxly Frobs",
                "she studied at Quuxly then|Quuxly",
                "I have an account with Quuxly Bank|Quuxly Bank",
                "seen at Quux General Hospital today|Quux General Hospital",
                "Hospital: Quuxly|Quuxly",
                "he studied law at Quux University then|Quux University",
                "an invoice from Quuxly came|Quuxly",
                "we meet at Quux Foods, 12 Elm Street|Quux Foods",
                "Quuxly's CEO resigned|Quuxly",
                "our firm, Weber, Lee and Garcia, is|Weber, Lee and Garcia"
            })
    void aFirmIsFound(String text, String firm) {
        assertThat(found.in(text)).containsExactly(firm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Google said so",
                "a look at Quuxly now",
                "she joined the Slack channel",
                "a letter from Ann",
                "an invoice from Weber",
                "hospital beds in Quuxly",
                "Weber hired a cook",
                "Weber, Lee and Garcia came along",
                "she works for Anna",
                "works at the airport",
                "the flight is from JFK",
                "Denver, CO is far",
                "the Berlin office",
                "use AS in SQL",
                "limited seats, see Fare Rules"
            })
    void whatTellsNobodysEmployerIsNot(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @Test
    void betweenANameAndAnAddressStandsAFirm() {
        assertThat(found.in("Ann Xylotham\nQuuxly Frobs\n12 Elm Street")).containsExactly("Quuxly Frobs");
        assertThat(found.in("Mr. Brian Lee\nHead Nurse\nQuuxly\nP.O. Box 7")).containsExactly("Quuxly");
        assertThat(found.in("Ann Xylotham\nQuuxly\n11 Eriksbo Xyz 98")).containsExactly("Quuxly");
        assertThat(found.in("Some Heading\nQuuxly Frobs\n12 Elm Street")).isEmpty();
        assertThat(found.in("Ann Xylotham\nQuuxly Frobs\nsays hello")).isEmpty();
        assertThat(found.in("Ann Xylotham\nMary Lee\n12 Elm Street")).isEmpty();
    }

    @Test
    void underTheKeyOfAFirmTheWholeTextIsOne() {
        assertThat(found.in("quux works", "company_name")).containsExactly("quux works");
        assertThat(found.in("quux works", "product_name")).isEmpty();
    }
}
