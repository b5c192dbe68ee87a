package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthDateDetectorTest {
    private final Found found = new Found(new BirthDateDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "born on 3/23/1940. | 3/23/1940",
                "Please tell me your date of birth. It's 11/15/1979 | 11/15/1979",
                "DOB: 1993-01-04 | 1993-01-04",
                "D.O.B. 04.01.93 | 04.01.93",
                "geboren am 4. März 1960 in | 4. März 1960",
                "Birthdate Jan 5 1993 | Jan 5 1993",
                "Date of Birth (MM/DD/YYYY): 11/02/1979 | 11/02/1979",
                "Year of birth: 1967 | 1967",
                "she was born in 1967. | 1967",
                "birthday is May 3rd, 1980! | May 3rd, 1980",
                "née le 3 mai 1980 | 3 mai 1980",
                "fecha de nacimiento: 3 de mayo de 1980 | 3 de mayo de 1980",
                "my birthday is 14 Aug | 14 Aug",
                "date_of_birth=19930104 | 19930104",
                "{'dob': datetime.date(1979, 8, 23)} | 1979, 8, 23",
                "birthday=datetime.datetime(1979,8,3, 0, 0) | 1979,8,3",
                "\"dob\": \"1993-01-04T00:00:00Z\" | 1993-01-04T00:00:00"
            })
    void finds(String text, String identifier) {
        assertThat(found.in(text)).containsExactly(identifier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on 3/23/1940",
                "{'due': datetime.date(1979, 8, 23)}",
                "dob=datetime.date(1979, 8, x)",
                "born in 3 days",
                "born in 1967.5",
                "in 1967",
                "a date of birth.\nCustomer: July 14, 1991",
                "a date of birth?\nit was on a sunny day: July 14, 1991",
                "the birth of 1.2.3.4",
                "DOB: 19931304",
                "DOB: 123",
                "birthday party for 20 people",
                "the date of birth is missing, ordered 2026-01-04",
                "born 1980-01-02-03x"
            })
    void leaves(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @Test
    void aKeyOfJsonSaysWhatStandsUnderIt() {
        assertThat(found.in("1993-01-04", "dateOfBirth")).containsExactly("1993-01-04");
        assertThat(found.in("1993-01-04", "created")).isEmpty();
    }

    @Test
    void findsWhatAnswersAQuestion() {
        assertThat(found.in("And your date of birth?\nCustomer: July 14, 1991")).containsExactly("July 14, 1991");
        assertThat(found.in("Please tell me your date of birth.\nMe: July 14, 1991"))
                .containsExactly("July 14, 1991");
    }
}
