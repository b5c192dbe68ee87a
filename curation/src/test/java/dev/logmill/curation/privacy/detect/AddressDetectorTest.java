package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressDetectorTest {
    private final Found found = new Found(new AddressDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "send it to 123 Elm Street, Apt. 4, Springfield, IL 62704 please|123 Elm Street, Apt. 4, Springfield, IL 62704",
                "at 491 St. John Street in town|491 St. John Street",
                "in der Hauptstraße 12, 10115 Berlin.|Hauptstraße 12, 10115 Berlin",
                "via Garibaldi 7 is closed|via Garibaldi 7",
                "it is 14 Rue de la Paix today|14 Rue de la Paix",
                "at Dózsa György út 78 there|Dózsa György út 78",
                "to P.O. Box 101, Kansas City|P.O. Box 101, Kansas City",
                "write to unit 9456 box 8731 please|unit 9456 box 8731",
                "the corner of Elm Street and Oak Street is|corner of Elm Street and Oak Street",
                "my address is 11 via goffredo mameli 149, suite 268, latina|11 via goffredo mameli 149, suite 268, latina",
                "my zip code is 94105|94105",
                "they moved to Greece 79976|Greece 79976",
                "ul. Karpacka 69 in the north|ul. Karpacka 69",
                "My address is Jadranska 6|Jadranska 6",
                "Deliver to Vicolo Livio, 21 please|Vicolo Livio, 21",
                "I live at boulevard Humbert there|boulevard Humbert",
                "the postcode is SS7 9DE here|SS7 9DE",
                "it is SW1A 1AA now|SW1A 1AA",
                "at K1A 0B6 in Ottawa|K1A 0B6",
                "zip code 50752-9170|50752-9170",
                "postal code: 59083016|59083016",
                "Ship it to Ann Lee, 75 Elm Street|75 Elm Street",
                "at 1202 N 5th St, Boise, ID 83702|1202 N 5th St, Boise, ID 83702",
                "Lindenallee 22, 50668 Köln. Meine Frau kommt|Lindenallee 22, 50668 Köln",
                "to 9 Old Mill Lane, Kendal LA9 4QJ.|9 Old Mill Lane, Kendal LA9 4QJ",
                "at 221B Baker Street now|221B Baker Street",
                "ul. Lipowa 12/4, 30-702 Kraków|ul. Lipowa 12/4, 30-702 Kraków",
                "7/42 Elm Street is it|7/42 Elm Street",
                "at #08-12 Blk 123 Ang Mo Kio Ave 3, Singapore 560123|08-12 Blk 123 Ang Mo Kio Ave 3, Singapore 560123",
                "Hauptstraße 12 a, 10115 Berlin|Hauptstraße 12 a, 10115 Berlin",
                "ul. Lipowa 12 m. 4, 30-702 Kraków|ul. Lipowa 12 m. 4, 30-702 Kraków",
                "Via Roma 12, int. 4, 00184 Roma (RM)|Via Roma 12, int. 4, 00184 Roma (RM",
                "350 Fifth Avenue, Apt 12B, New York, NY 10118|350 Fifth Avenue, Apt 12B, New York, NY 10118",
                "lives at 42, MG Road, Bengaluru 560038.|42, MG Road, Bengaluru 560038",
                "Gartenstraße 18a, 79098 Freiburg im Breisgau|Gartenstraße 18a, 79098 Freiburg im Breisgau",
                "Rua das Flores, 123, São Paulo - SP, 01310-000|Rua das Flores, 123, São Paulo - SP, 01310-000",
                "Storgatan 5, 111 23 Stockholm|Storgatan 5, 111 23 Stockholm",
                "offices in Portland, OR 97201|Portland, OR 97201"
            })
    void anAddressIsFound(String text, String address) {
        assertThat(found.in(text)).containsExactly(address);
    }

    @Test
    void aShipStandsInTheLineAboveItsPostOffice() {
        assertThat(found.in("send it to USNV Xylotham\nFPO AE 37876")).containsExactly("USNV Xylotham\nFPO AE 37876");
    }

    @Test
    void itGoesOnOverLinesOfAddressesAlone() {
        assertThat(found.in("Ann Lee\n56 Canelones Street\nSuite 12\nMontevideo\nUruguay 11100\n\nThanks for it"))
                .containsExactly("56 Canelones Street\nSuite 12\nMontevideo\nUruguay 11100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "there are 3 ways to do it",
                "5 minutes down the road",
                "chapter 7, page 12, line 3",
                "the address 10.1.2.3 is blocked",
                "in 2024 we had 12 Apples",
                "version 3 of Google Drive",
                "I paid 20 for 3 items in Germany 2019",
                "OR 12345 rows",
                "an employee (ID 55120) called",
                "ship to John 5 boxes",
                "seat 12A 3 of 4",
                "deliver to Anna by 5"
            })
    void whatIsNoAddressIsNot(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @Test
    void underTheKeyOfAnAddressTheWholeTextIsOne() {
        assertThat(found.in("somewhere 5", "street_address")).containsExactly("somewhere 5");
        assertThat(found.in("somewhere 5", "ip_address")).isEmpty();
        assertThat(found.in("ann@example.com", "address")).isEmpty();
    }
}
