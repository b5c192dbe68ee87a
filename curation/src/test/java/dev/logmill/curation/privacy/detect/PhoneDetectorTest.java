package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneDetectorTest {
    private final Found found = new Found(new PhoneDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "+1 202 555 0143 | +1 202 555 0143",
                "+12025550143 | +12025550143",
                "tel:+493012345678 | +493012345678",
                "(+49 30 12345678) | +49 30 12345678",
                "+49 (0) 30 12345678 | +49 (0) 30 12345678",
                "0049 30 12345678 | 0049 30 12345678",
                "001-490-155-3846x92 fax | 001-490-155-3846x92",
                "(202) 555-0143 | (202) 555-0143",
                "202-555-0143 | 202-555-0143",
                "202\u2011555\u20110143 | 202\u2011555\u20110143",
                "call 2025550143 | 2025550143",
                "call 0431 35 06 90 | 0431 35 06 90",
                "call 33 93 31 | 33 93 31",
                "my number is 5550143 | 5550143",
                "answering at 781 5991 | 781 5991",
                "3732695155-Fax | 3732695155",
                "+1 202 555 0143 2026-11-01 | +1 202 555 0143",
                "\"phone\": \"2025550143\" | 2025550143",
                "call order 1, or 030 123 456 78 | 030 123 456 78",
                "you can ring me on 07700 900123 | 07700 900123",
                "my number's 0612345678 | 0612345678",
                "Tel. 0151 / 496 0112 | 0151 / 496 0112",
                "212-45-6789,(212) 555-0188 | (212) 555-0188",
                "202-555-0143 ext. 12 | 202-555-0143 ext. 12",
                "mi número es el 612345678 | 612345678",
                "nomor saya 081234567890 | 081234567890",
                "612345678 ist meine neue Handynummer | 612345678",
                "98765 43210 is my number | 98765 43210",
                "use 07911 123456 after six | 07911 123456",
                "8 916 123-45-67 | 8 916 123-45-67",
                "whatsapp 5491122334455 | 5491122334455"
            })
    void finds(String text, String identifier) {
        assertThat(found.in(text)).containsExactly(identifier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order 2025550143",
                "call about order 2025550143",
                "item_id 8323284863 (Office Chair)",
                "item 8302289002 ($547.55)",
                "typically 1500000 deaths",
                "LAS to ATL (2024-05-20)",
                "call on 2026-11-01 10:20:30",
                "call 1700000000000",
                "call me on 10/11/26",
                "1700000000",
                "123e4567-e89b-12d3-a456-426614174000",
                "call 123e4567-e89b-12d3-a456-426614174000",
                "$1,234,567.89",
                "1.234.567,89",
                "version 10.2.30.4567",
                "call v1.22.333.4444",
                "+1500000 points",
                "a + 3550014724",
                "sha 0123456789012345678901234567890123456789",
                "100 200 300 400 500",
                "0012345678901",
                "3.14159265358979",
                "#2025550143",
                "SIN: 046-454-286",
                "call with pin 5550143",
                "the call took 1234567 ms",
                "mi número de pedido es 612345678",
                "my passport is number 612345678",
                "my badge is number 612345678",
                "612345678 is my order number",
                "612345678 is the number of rows",
                "your order 0171-4839201 is on its way",
                "rows: 12\n07911 123456\n"
            })
    void leaves(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "call 020 7946 0958 or 0959 for details | 020 7946 0958 | 0959",
                "call 030 901820 or 901 821 | 030 901820 | 901 821",
                "Tel. 0151 / 496 0112 oder 0151 / 496 0113 | 0151 / 496 0112 | 0151 / 496 0113",
                "phone 5550143 and 5550144 | 5550143 | 5550144"
            })
    void findsAnotherOneBehindAPhone(String text, String one, String other) {
        assertThat(found.in(text)).containsExactly(one, other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call 5550143 or 911",
                "call 5550143 or 24/7",
                "call 5550143, 2000 people did",
                "call 5550143 or order 5550144",
                "call 5550143 or 1234.50 more"
            })
    void anotherNumberBehindAPhoneIsNone(String text) {
        assertThat(found.in(text)).containsExactly("5550143");
    }

    /** What a question asks for stands in the next line. */
    @Test
    void findsWhatAnswersAQuestion() {
        assertThat(found.in("May I have your phone number?\nCustomer: 555-0147-982"))
                .containsExactly("555-0147-982");
        assertThat(found.in("I have no phone.\nCustomer: 555-0147-982")).isEmpty();
    }

    @Test
    void aJsonKeySaysWhatANumberIs() {
        assertThat(found.in("2025550143", "phone_number")).containsExactly("2025550143");
        assertThat(found.in("2025550143", "homePhone")).containsExactly("2025550143");
        assertThat(found.in("2025550143", "contact_no")).containsExactly("2025550143");
        assertThat(found.in("5511987654321", "wa_id")).containsExactly("5511987654321");
        assertThat(found.in("2025550143", "Smartphone")).isEmpty();
        assertThat(found.in("2025550143", "phone_id")).isEmpty();
        assertThat(found.in("2025550143", "order")).isEmpty();
    }

    /** Services of messages say who writes by the number alone; times and ids are no number of any country. */
    @Test
    void whoWritesToWhomIsAPhoneWithTheCodeOfItsCountry() {
        assertThat(found.in("16505551234", "from")).containsExactly("16505551234");
        assertThat(found.in("5511987654321", "recipient_id")).containsExactly("5511987654321");
        assertThat(found.in("1714567890", "from")).isEmpty();
        assertThat(found.in("1714567890123", "to")).isEmpty();
        assertThat(found.in("5511987654321", "thread")).isEmpty();
    }

    @Test
    void spellingsOfOnePhoneAreOneValue() {
        assertThat(found.value("0049 30 12345678")).isEqualTo(found.value("+49 30 123-456-78"));
        assertThat(found.value("call (202) 555-0143")).isEqualTo(found.value("+1 202 555 0143"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0171 2345678", "0171/2345678", "01712345678", "030 12345678", "07700 900123"})
    void aNumberAloneBelowANameIsAPhone(String phone) {
        assertThat(found.in("Best regards\nJohn Smith\n" + phone)).containsExactly(phone);
        assertThat(found.in("Best regards\nJohn Smith\n" + phone + "\nACME")).containsExactly(phone);
        assertThat(found.in("rows: 12\n" + phone + "\n")).isEmpty();
        assertThat(found.in("John Smith\n" + phone + " 17.50 EUR")).isEmpty();
    }
}
