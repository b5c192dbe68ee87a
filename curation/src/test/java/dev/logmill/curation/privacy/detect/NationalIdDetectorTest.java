package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are those of the issuers' own examples, or made to fit. */
class NationalIdDetectorTest {
    private final Found found = new Found(new NationalIdDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "his number is 536-22-1234. | 536-22-1234",
                "SSN: 536221234 | 536221234",
                "Social Security Number 536 22 1234 | 536 22 1234",
                "ITIN 912-70-1234 | 912-70-1234",
                "her EIN is 12-3456789 | 12-3456789",
                "Medicare card 1EG4-TE5-MK73 | 1EG4-TE5-MK73",
                "NI AB123456C. | AB123456C",
                "AB 12 34 56 C | AB 12 34 56 C",
                "NHS number: 943 476 5919 | 943 476 5919",
                "UTR 1234567890 | 1234567890",
                "Steuer-ID: 86 095 742 719 | 86 095 742 719",
                "Versicherungsnummer 15070649C103 | 15070649C103",
                "1 84 12 76 451 089 46 | 1 84 12 76 451 089 46",
                "né 184127645108946 | 184127645108946",
                "DNI 12345678Z | 12345678Z",
                "dni: 12.345.678-Z | 12.345.678-Z",
                "X1234567L es mi NIE | X1234567L",
                "CF RSSMRA85T10A562S | RSSMRA85T10A562S",
                "bsn 111222333 | 111222333",
                "PESEL 44051401359 | 44051401359",
                "NIP: 123-456-32-18 | 123-456-32-18",
                "811218-9876 | 811218-9876",
                "personnummer 6408233234 | 6408233234",
                "fødselsnummer 13097200038 | 13097200038",
                "CPR 070761-4285 | 070761-4285",
                "131052-308T | 131052-308T",
                "85.07.30-033.28 | 85.07.30-033.28",
                "756.9217.0769.85 | 756.9217.0769.85",
                "NIF 123456789 | 123456789",
                "PPS number 1234567T | 1234567T",
                "2341 2341 2346 | 2341 2341 2346",
                "Aadhaar 234123412346 | 234123412346",
                "PAN ABCPE1234F | ABCPE1234F",
                "111.444.777-35 | 111.444.777-35",
                "CPF 11144477735 | 11144477735",
                "SIN 130 692 544 | 130 692 544",
                "TFN 123 456 782 | 123 456 782",
                "medicare 2123 45670 1 | 2123 45670 1",
                "S1234567D | S1234567D",
                "G1234567X | G1234567X",
                "M1234567K | M1234567K",
                "900101-1234567 | 900101-1234567",
                "ID number 8001015009087 | 8001015009087",
                "11010519491231002X | 11010519491231002X",
                "TCKN 10000000146 | 10000000146",
                "GODE561231GR8 is no CURP, BOXW310820HNERXN09 is | BOXW310820HNERXN09",
                "12.345.678-5 | 12.345.678-5",
                "OIB 33392005961 | 33392005961",
                "HETU 010180-123A | 010180-123A",
                "EGN 7523169263 | 7523169263",
                "710319/2745 | 710319/2745",
                "isikukood 37605030299 | 37605030299",
                "AMKA 01013099997 | 01013099997",
                "kennitala 120174-3399 | 120174-3399",
                "CNP 1630615123457 | 1630615123457",
                "JMBG 0101100710006 | 0101100710006",
                "112-233-445 95 | 112-233-445 95",
                "A123456(3) | A123456(3)",
                "HKID AB987654(3) | AB987654(3)",
                "MyKad 800101-14-1234 | 800101-14-1234",
                "20-05536168-2 | 20-05536168-2",
                "NIN 12345678901 | 12345678901"
            })
    void finds(String text, String identifier) {
        assertThat(found.in(text)).containsExactly(identifier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ORD-20261122-0001",
                "backup-20250301-0007.log or backup-850312-0001.log",
                "invoice 850312-0001",
                "000-12-3456",
                "710319/2746",
                "112-233-445 96",
                "A123456(4)",
                "20-05536168-3",
                "800101-14-1234",
                "the inn has 500100732258",
                "33392005961",
                "666-12-3456",
                "536-00-1234",
                "536-22-0000",
                "900-12-3456",
                "536221234",
                "1536-22-1234",
                "536-22-12345",
                "2-536-22-1234",
                "QQ123456C",
                "AB123456E",
                "NHS desk 943 476 5918",
                "943 476 5919",
                "Steuer-ID of desk 86 095 742 718",
                "Versicherungsnummer of desk 15070649C104",
                "184127645108947",
                "12345678A",
                "X1234567A",
                "RSSMRA85T10A562T",
                "bsn of desk 111222334",
                "111222333",
                "PESEL of desk 44051401358",
                "44051401359",
                "811218-9875",
                "811318-9876",
                "131052-308S",
                "85.07.30-033.29",
                "756.9217.0769.86",
                "2341 2341 2347",
                "1341 2341 2346",
                "ABCXE1234F",
                "111.444.777-36",
                "111.111.111-11",
                "SIN 130 692 545",
                "TFN of desk 123 456 783",
                "S1234567E",
                "901301-1234567",
                "11010519491231002Y",
                "TCKN of desk 10000000147",
                "12.345.678-4",
                "2026-11-25 10:20:30",
                "call_1234567890",
                "order 8001015009087"
            })
    void leaves(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    /** A mistyped number tells nearly as much; behind what other numbers are called too, check digits must be right. */
    @ParameterizedTest
    @CsvSource({
        "NHS number: 943 476 5918, 943 476 5918",
        "Steuer-ID: 86 095 742 718, 86 095 742 718",
        "bsn 111222334, 111222334",
        "my PESEL is 44051401358, 44051401358",
        "id 8001015009088, ''"
    })
    void behindItsOwnNameItsCheckDigitsNeedNotBeRight(String text, String identifier) {
        assertThat(found.in(text)).isEqualTo(identifier.isEmpty() ? List.of() : List.of(identifier));
    }

    @Test
    void aKeyOfJsonSaysWhatStandsUnderIt() {
        assertThat(found.in("536221234", "customerSsn")).containsExactly("536221234");
        assertThat(found.in("536221234", "orderId")).isEmpty();
    }

    @Test
    void spellingsOfOneIdAreOneValue() {
        assertThat(found.value("SSN 536221234")).isEqualTo(found.value("536-22-1234"));
    }
}
