package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalledIdDetectorTest {
    private final Found found = new Found(new CalledIdDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My driver's license number is D1234567. | D1234567",
                "driver’s licence: MORGA657054SM9IJ | MORGA657054SM9IJ",
                "ssn%20536-22-8714 | 536-22-8714",
                "DL no. 123456789 | 123456789",
                "passport number C01X00T47 | C01X00T47",
                "Passport: 123456789, valid | 123456789",
                "Personalausweis: L01X00T471 | L01X00T471",
                "MRN 00123456 | 00123456",
                "account number is 000123456789 | 000123456789",
                "Kontonummer: 532013000 | 532013000",
                "routing number 021000021 | 021000021",
                "sort code 20-00-00 | 20-00-00",
                "NI number: QQ 12 34 56 C | QQ 12 34 56 C",
                "Health plan beneficiary number H5521-8841-02. | H5521-8841-02",
                "Member ID: XJB918273645 | XJB918273645",
                "Employee no. E-448120 | E-448120",
                "SIN: 130 692 543 | 130 692 543",
                "calling about policy HX-4471920. | HX-4471920",
                "license F255-9215-0094 expires | F255-9215-0094",
                "Claim number: 20931-88 | 20931-88",
                "NPI 1234567893 | 1234567893",
                "DEA: AB1234563 | AB1234563",
                "wire it to account 40018273 | 40018273",
                "Customer number: CUST-0091827 | CUST-0091827",
                "the CVV is 482 | 482",
                "Security code: 8192 | 8192",
                "PIN: 4471 | 4471",
                "Your one-time passcode is 448210. | 448210",
                "the VIN is 1HGCM82633A004352. | 1HGCM82633A004352",
                "IMEI 35-209900-176148-1 | 35-209900-176148-1",
                "MRN MRN-8839201 | MRN-8839201",
                "chart of MRN-8839201 | MRN-8839201",
                "patient 12345678-1234-1234-1234-123456789012 | 12345678-1234-1234-1234-123456789012"
            })
    void finds(String text, String identifier) {
        assertThat(found.in(text)).containsExactly(identifier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "D1234567",
                "the driver's license is valid for 3 years",
                "passport control opens at 10:30",
                "routing number 021000022",
                "account number 12 of 30",
                "account 123456789012 in the cloud",
                "security code review 2024",
                "policy 2024 of the company",
                "license key 4471920",
                "pin 13 of the board",
                "PIN code 560001",
                "VIN 1HGCM82633A00435",
                "IMEI 1234",
                "sin 12",
                "version 12345678",
                "the account was opened, order 12345678",
                "a license for 1000000 users"
            })
    void leaves(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    /** The code of a branch, and the account behind it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort code 20-00-00 12345678 | 12345678",
                "Sort code: 20-00-00 / 12345678. | 12345678",
                "sort code 20-00-00, 12345678 | 12345678"
            })
    void findsTheAccountBehindASortCode(String text, String account) {
        assertThat(found.in(text)).containsExactly("20-00-00", account);
    }

    @Test
    void findsABranchWithAnAccountThatAreCalledBoth() {
        assertThat(found.in("Sort code and account: 20-00-00 12345678")).containsExactly("20-00-00 12345678");
        assertThat(found.in("sort code 20-00-00, 1234 pounds")).containsExactly("20-00-00");
    }

    @Test
    void aKeyOfJsonSaysWhatStandsUnderIt() {
        assertThat(found.in("C01X00T47", "passportNumber")).containsExactly("C01X00T47");
        assertThat(found.in("12345678", "account_number")).containsExactly("12345678");
        assertThat(found.in("321", "cvv")).containsExactly("321");
        assertThat(found.in("356938035643809", "imei")).containsExactly("356938035643809");
    }
}
